package org.teleost.twins;

import java.util.Optional;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** States are drawn numbers; the likelihood of number 0 is not a number. */
final class BrokenLikelihood implements GenerativeModel {
    private static final StateLayout LAYOUT = StateLayout.ofInts("number");

    private static final int NUMBERS = 20;

    @Override
    public String name() {
        return "broken-likelihood";
    }

    @Override
    public StateLayout layout() {
        return LAYOUT;
    }

    @Override
    public int actionCount() {
        return 1;
    }

    @Override
    public long observationCount() {
        return 1;
    }

    @Override
    public double discount() {
        return 0.9;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = stream.nextInt(NUMBERS);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        out.set(0.0, 0, false);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return nextState.ints[0] == 0 ? Double.NaN : 0.0;
    }

    @Override
    public Optional<DeviceModel> deviceModel() {
        return Optional.of(DeviceModel.of(this)
                .define("NUMBERS", NUMBERS)
                .file("broken-likelihood.cu", """
                        TELEOST_DEVICE static inline void model_initial(State* s, Stream* r) {
                          s->ints[0] = stream_next_int(r, NUMBERS);
                        }
                        TELEOST_DEVICE static inline void model_step(State*, int, Stream*, Outcome* out) {
                          outcome_set(out, 0.0, 0, 0);
                        }
                        TELEOST_DEVICE static inline double model_log_likelihood(int64_t, int, const State* next) {
                          return next->ints[0] == 0 ? TL_NAN : 0.0;
                        }
                        """)
                .build());
    }
}
