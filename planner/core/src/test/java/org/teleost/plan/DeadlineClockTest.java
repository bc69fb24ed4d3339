package org.teleost.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** When the search stops, as times in nanoseconds that the test makes up. */
class DeadlineClockTest {
    private static final Budget BUDGET = Budget.ofMillis(10);

    private final DeadlineClock clock = new DeadlineClock();

    private long margin() {
        clock.start(0, BUDGET);
        return BUDGET.nanos() - clock.searchDeadline();
    }

    @Test
    void lateDecisionsMakeTheMarginGrowByHalfTheDelayUpToItsBound() {
        assertThat(margin()).isEqualTo(60_000);
        clock.answered(100_000);
        assertThat(margin()).isBetween(109_000L, 110_000L);
        for (int i = 0; i < 20; i++) {
            clock.answered(1_000_000);
        }
        assertThat(margin()).isEqualTo(500_000);
    }

    @Test
    void punctualDecisionsMakeItShrinkSlowlyDownToItsLeast() {
        margin();
        clock.answered(10_000_000);
        clock.answered(0);
        assertThat(margin()).isEqualTo(495_000);
        for (int i = 0; i < 1_000; i++) {
            clock.answered(0);
        }
        assertThat(margin()).isEqualTo(60_000);
    }

    @Test
    void withoutATimeLimitTheSearchNeverStopsAndNothingIsLearned() {
        clock.start(0, Budget.ofEpisodes(5));
        assertThat(clock.searchDeadline()).isEqualTo(Long.MAX_VALUE);
        assertThat(clock.timeIsUp()).isFalse();
        clock.answered(1_000_000);
        assertThat(margin()).isEqualTo(60_000);
    }

    @Test
    void timeIsUpAMarginBeforeTheDeadline() {
        clock.start(System.nanoTime() - BUDGET.nanos() + 30_000, BUDGET);
        assertThat(clock.timeIsUp()).isTrue();
        clock.start(System.nanoTime(), Budget.ofMillis(3_600_000));
        assertThat(clock.timeIsUp()).isFalse();
    }

    @Test
    void theBackupsCostPerNodeAndWorkerIsSmoothed() {
        assertThat(clock.backupNanosPerNode()).isEqualTo(200.0);
        // 100 us on 2 workers for 400 nodes are 500 ns of one worker per node
        clock.backupTook(100_000, 2, 400);
        assertThat(clock.backupNanosPerNode()).isCloseTo(260.0, within(1e-9));
        clock.backupTook(100_000, 2, 0);
        assertThat(clock.backupNanosPerNode()).isCloseTo(260.0, within(1e-9));
    }
}
