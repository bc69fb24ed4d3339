package org.teleost.envs.drone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class DroneSurveillanceTest {
    private final DroneSurveillance model = new DroneSurveillance();
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(3);

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-1.0, 1.0))
                .assertPassed();
    }

    @Test
    void agentStartsOnTheFarCells() {
        boolean[] seen = new boolean[25];
        for (int i = 0; i < 10_000; i++) {
            model.sampleInitial(state, stream);
            assertThat(state.ints[0]).isEqualTo(DroneSurveillance.REGION_A);
            seen[state.ints[1]] = true;
        }
        for (int cell = 0; cell < 25; cell++) {
            assertThat(seen[cell]).as("cell %d", cell).isEqualTo(cell % 5 >= 2 || cell / 5 >= 2);
        }
    }

    @Test
    void farRegionPaysEachStepAndAMeetingEnds() {
        state.ints[0] = DroneSurveillance.REGION_B;
        state.ints[1] = 12;
        model.step(state, 4, stream, out);
        assertThat(out.reward).isEqualTo(1.0);
        assertThat(out.terminal).isFalse();
        state.ints[0] = 12;
        state.ints[1] = 12;
        model.step(state, 4, stream, out);
        assertThat(out.reward).isEqualTo(-1.0);
        assertThat(out.terminal).isTrue();
    }
}
