package org.teleost.cuda.engine;

import java.util.Optional;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** A model whose twin does one thing wrong on some of its steps. */
record FaultyModel(String fault) implements GenerativeModel {
    private static final String TWIN = """
            TELEOST_DEVICE static inline void model_initial(State* s, Stream*) { s->ints[0] = 0; }

            TELEOST_DEVICE static inline void model_step(State*, int, Stream* r, Outcome* out) {
              int faulty = stream_next_boolean(r, 0.01);
              SYNTAX
              outcome_set(out, faulty && tables.fault[0] == 1 ? TL_NAN : 1.0, faulty && tables.fault[0] == 2 ? 7 : 0, 0);
            }

            TELEOST_DEVICE static inline double model_log_likelihood(int64_t, int, const State*) { return 0.0; }

            TELEOST_DEVICE static inline double model_heuristic(const State*) { return tables.fault[0] == 4 ? TL_INFINITY : 0.0; }

            TELEOST_DEVICE static inline int model_propose(const State*, Stream* r) {
              int action = stream_next_int(r, 2);
              return tables.fault[0] == 3 ? action + 1 : action;
            }
            """;

    @Override
    public Optional<DeviceModel> deviceModel() {
        int kind =
                switch (fault) {
                    case "reward" -> 1;
                    case "observation" -> 2;
                    case "action" -> 3;
                    case "leaf" -> 4;
                    default -> 0;
                };
        String text = TWIN.replace("SYNTAX", fault.equals("syntax") ? "this is not C" : "");
        return Optional.of(DeviceModel.of(this)
                .table("fault", new int[] {kind})
                .file("faulty.cu", text)
                .build());
    }

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public StateLayout layout() {
        return StateLayout.ofInts("nothing");
    }

    @Override
    public int actionCount() {
        return 2;
    }

    @Override
    public long observationCount() {
        return 2;
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
        out.set(1.0, 0, false);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return 0.0;
    }
}
