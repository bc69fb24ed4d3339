package org.teleost.cuda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.teleost.plan.Decision;

/** Compares decisions of two engines: all but the wall clock and the last digits of confidence intervals. */
final class Decisions {
    private Decisions() {}

    static void assertSame(Decision host, Decision device) {
        assertThat(device.action).isEqualTo(host.action);
        assertThat(device.value).isEqualTo(host.value);
        assertThat(device.effectiveEta).isEqualTo(host.effectiveEta);
        assertThat(counts(device)).isEqualTo(counts(host));
        int rows = host.actionRows;
        assertThat(Arrays.copyOf(device.actions, rows)).isEqualTo(Arrays.copyOf(host.actions, rows));
        assertThat(Arrays.copyOf(device.visits, rows)).isEqualTo(Arrays.copyOf(host.visits, rows));
        assertThat(Arrays.copyOf(device.values, rows)).isEqualTo(Arrays.copyOf(host.values, rows));
        assertThat(Arrays.copyOf(device.probabilities, rows)).isEqualTo(Arrays.copyOf(host.probabilities, rows));
        for (int row = 0; row < rows; row++) {
            // the host adds returns up in another order, and a variance is a difference of large numbers
            assertThat(device.standardErrors[row]).isCloseTo(host.standardErrors[row], within(1e-4));
        }
        int seen = host.observationRows;
        assertThat(Arrays.copyOf(device.observations, seen)).isEqualTo(Arrays.copyOf(host.observations, seen));
        assertThat(Arrays.copyOf(device.observationProbabilities, seen))
                .isEqualTo(Arrays.copyOf(host.observationProbabilities, seen));
        assertThat(device.terminalProbability).isEqualTo(host.terminalProbability);
    }

    private static long[] counts(Decision decision) {
        return new long[] {
            decision.passes,
            decision.episodes,
            decision.simulatedSteps,
            decision.nodes,
            decision.edges,
            decision.depth,
            decision.actionRows,
            decision.observationRows,
            decision.simulatedActions,
            decision.treeFull ? 1 : 0
        };
    }
}
