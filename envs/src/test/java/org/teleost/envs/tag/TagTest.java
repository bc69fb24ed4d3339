package org.teleost.envs.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class TagTest {
    private final Tag model = new Tag();
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(3);

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-10.0, 10.0))
                .assertPassed();
    }

    /** Both stand on cell 0, the south-west corner: west and south are blocked, east and north are open. */
    @Test
    void targetFleesAlongBothAxesAndStaysWhereBlocked() {
        int[] counts = new int[29];
        int steps = 100_000;
        for (int i = 0; i < steps; i++) {
            state.ints[0] = 0;
            state.ints[1] = 0;
            model.step(state, Chase.WEST, stream, out);
            counts[state.ints[1]]++;
        }
        assertThat((double) counts[1] / steps).isCloseTo(0.2, within(0.006));
        assertThat((double) counts[10] / steps).isCloseTo(0.2, within(0.006));
        assertThat((double) counts[0] / steps).isCloseTo(0.6, within(0.006));
    }

    @Test
    void tagEndsTheEpisodeOnlyInTheSameCell() {
        state.ints[0] = 5;
        state.ints[1] = 5;
        model.step(state, Chase.TAG, stream, out);
        assertThat(out.terminal).isTrue();
        assertThat(out.reward).isEqualTo(10.0);
        state.ints[1] = 9;
        model.step(state, Chase.TAG, stream, out);
        assertThat(out.terminal).isFalse();
        assertThat(out.reward).isEqualTo(-10.0);
    }
}
