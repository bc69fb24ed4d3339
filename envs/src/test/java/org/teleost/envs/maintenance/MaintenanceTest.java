package org.teleost.envs.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class MaintenanceTest {
    private final Maintenance model = new Maintenance();
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(3);

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-60.0, 10.0))
                .assertPassed();
    }

    @Test
    void operatingWearsAndReplacingRenews() {
        int worn = 0;
        int steps = 100_000;
        for (int i = 0; i < steps; i++) {
            state.ints[0] = 2;
            model.step(state, Maintenance.OPERATE, stream, out);
            worn += state.ints[0] - 2;
        }
        assertThat((double) worn / steps).isCloseTo(0.25, within(0.007));
        model.step(state, Maintenance.REPLACE, stream, out);
        assertThat(state.ints[0]).isZero();
        assertThat(out.reward).isEqualTo(-60.0);
    }
}
