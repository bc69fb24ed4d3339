package org.teleost.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.envs.rocksample.RockSample;
import org.teleost.envs.rocksample.RockSampleProblem;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** The RS(4,4) of the environments and the table of the oracle are one POMDP: every state, every action. */
class RockSampleTwinTest {
    private final RockSample model = RockSampleProblem.published().get(0).model();
    private final ExactRockSample exact = ExactRockSample.fourFour();

    @Test
    void countsAndDiscountAgree() {
        assertThat(model.name()).isEqualTo("rocksample-4-4");
        assertThat(model.actionCount()).isEqualTo(exact.actionCount());
        assertThat(model.observationCount()).isEqualTo(exact.observationCount());
        assertThat(model.discount()).isEqualTo(exact.discount());
        assertThat(model.layout().ints()).containsExactly("cell", "rocks");
    }

    @Test
    void everyStepAgreesInRewardNextStateAndEnd() {
        State state = model.layout().newState();
        Outcome out = new Outcome();
        RandomStream stream = new RandomStream(1);
        for (int s = 0; s < exact.stateCount(); s++) {
            for (int a = 0; a < exact.actionCount(); a++) {
                load(state, s);
                model.step(state, a, stream, out);
                assertThat(out.reward).as("state %d action %d", s, a).isEqualTo(exact.reward(s, a));
                double going = 0.0;
                for (int t = 0; t < exact.stateCount(); t++) {
                    going += exact.transition(s, a, t);
                }
                assertThat(out.terminal).isEqualTo(going == 0.0);
                if (!out.terminal) {
                    int next = state.ints[0] << 4 | state.ints[1];
                    assertThat(exact.transition(s, a, next)).isEqualTo(1.0);
                }
            }
        }
    }

    @Test
    void everyLikelihoodAgrees() {
        State state = model.layout().newState();
        for (int s = 0; s < exact.stateCount(); s++) {
            load(state, s);
            for (int a = 0; a < exact.actionCount(); a++) {
                for (int o = 0; o < exact.observationCount(); o++) {
                    assertThat(Math.exp(model.logLikelihood(o, a, state)))
                            .as("state %d action %d observation %d", s, a, o)
                            .isCloseTo(exact.observation(o, a, s), within(1e-6));
                }
            }
        }
    }

    private static void load(State state, int s) {
        state.ints[0] = s >> 4;
        state.ints[1] = s & 15;
    }
}
