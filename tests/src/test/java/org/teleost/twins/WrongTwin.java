package org.teleost.twins;

import java.util.Optional;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/**
 * A counter, and a twin with any other idea of the next number.
 *
 * @param next expression in C
 * @param broken a line in the twin
 */
record WrongTwin(String next, String broken) implements GenerativeModel {
    private static final StateLayout LAYOUT = StateLayout.ofInts("number");

    @Override
    public String name() {
        return "wrong-twin";
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
        state.ints[0] = 0;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        state.ints[0]++;
        out.set(0.0, 0, false);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return 0.0;
    }

    @Override
    public Optional<DeviceModel> deviceModel() {
        String twin = """
                TELEOST_DEVICE static inline void model_initial(State* s, Stream*) { s->ints[0] = 0; }
                %s
                TELEOST_DEVICE static inline void model_step(State* s, int, Stream*, Outcome* out) {
                  s->ints[0] = %s;
                  outcome_set(out, 0.0, 0, 0);
                }
                TELEOST_DEVICE static inline double model_log_likelihood(int64_t, int, const State*) { return 0.0; }
                """;
        return Optional.of(DeviceModel.of(this)
                .file("wrong.cu", twin.formatted(broken, next))
                .build());
    }
}
