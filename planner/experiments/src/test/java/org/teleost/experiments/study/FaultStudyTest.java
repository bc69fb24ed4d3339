package org.teleost.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.teleost.learn.apt.UpdateRatio;

class FaultStudyTest {
    private final Drift problem = new Drift();

    @Test
    void trainingOutlivesCrashesAndCountsThem() {
        FaultResult result = run(settings(0.4, 0.05, List.of(FaultKind.CRASH), 60, 1000));
        assertThat(result.passed()).as(String.join("\n", result.text())).isTrue();
        long crashes = result.injected().get(FaultKind.CRASH);
        assertThat(crashes).isBetween(3L, 8L);
        // the last one may come when the run is already ending
        assertThat(result.noticed().get(FaultKind.CRASH)).isBetween(crashes - 1, crashes);
        assertThat(result.restarts()).isEqualTo(result.noticed().get(FaultKind.CRASH));
        assertThat(result.quarantined()).isZero();
        assertThat(result.corrupted()).isZero();
        assertThat(result.verified()).isEqualTo(result.steps() + 8 * result.updates());
        assertThat(problem.open.get()).isZero();
    }

    @Test
    void hangsAndNonsenseAreNoticedAsWhatTheyAre() {
        FaultResult result = run(settings(0.8, 0.1, List.of(FaultKind.HANG, FaultKind.NAN), 0.04, 1000));
        assertThat(result.passed()).as(String.join("\n", result.text())).isTrue();
        assertThat(result.injected().get(FaultKind.CRASH)).isZero();
        assertThat(result.injected().get(FaultKind.HANG)).isPositive();
        assertThat(result.noticed().get(FaultKind.HANG)).isPositive();
        assertThat(result.noticed().get(FaultKind.NAN)).isPositive();
        assertThat(result.noticed().get(FaultKind.CRASH)).isZero();
        assertThat(FaultStudy.json(result).at("/noticed/NAN").longValue()).isPositive();
    }

    @Test
    void trainingThatRunsOutOfActorsHasNotPassed() {
        FaultResult result = run(settings(60, 1e-9, List.of(FaultKind.CRASH), 60, 2));
        assertThat(result.finished()).isFalse();
        assertThat(result.passed()).isFalse();
        assertThat(result.quarantined()).isEqualTo(2);
        assertThat(result.failure()).contains("no actor is left");
        assertThat(result.seconds()).isLessThan(60);
    }

    @Test
    void aRunThatTheUserStopsHasNotPassed() {
        FaultResult result = new FaultStudy(
                        problem,
                        (p, seed) -> new StillLearner(),
                        settings(60, 10, List.of(FaultKind.CRASH), 60, 1),
                        new PatientClock())
                .run(() -> true);
        assertThat(result.passed()).isFalse();
        assertThat(result.failure()).isEqualTo("stopped by the user");
    }

    @Test
    void faultsComeByTheClockAndTakeTurns() {
        AtomicLong now = new AtomicLong();
        FaultSchedule schedule = new FaultSchedule(List.of(FaultKind.CRASH, FaultKind.NAN), 10, now::get);
        assertThat(schedule.take()).isNull();
        schedule.start();
        now.set(9_999_999_999L);
        assertThat(schedule.take()).isNull();
        now.set(10_000_000_000L);
        assertThat(schedule.take()).isEqualTo(FaultKind.CRASH);
        assertThat(schedule.take()).isNull();
        now.set(20_000_000_000L);
        assertThat(schedule.take()).isEqualTo(FaultKind.NAN);
        now.set(30_000_000_000L);
        schedule.end();
        assertThat(schedule.take()).isNull();
        assertThat(schedule.injected(FaultKind.CRASH)).isEqualTo(1);
        schedule.hang();
    }

    @Test
    void impossibleFaultsAreRefused() {
        assertThatThrownBy(() -> settings(0, 1, List.of(FaultKind.CRASH), 60, 1))
                .hasMessageContaining("seconds=0.0");
        assertThatThrownBy(() -> settings(1, 1, List.of(), 60, 1)).hasMessageContaining("kinds=[]");
    }

    private FaultResult run(FaultSettings settings) {
        return new FaultStudy(problem, (p, seed) -> new StillLearner(), settings, new PatientClock()).run(() -> false);
    }

    private static FaultSettings settings(
            double seconds, double every, List<FaultKind> kinds, double deadline, int maxRestarts) {
        return new FaultSettings(
                "drift",
                "still",
                CostKind.COMPUTE,
                2,
                2,
                seconds,
                every,
                kinds,
                deadline,
                maxRestarts,
                8,
                new UpdateRatio(1, 0.3, 1),
                50,
                1);
    }

    /** The time of day without the gaps in which the process did not run. */
    private static final class PatientClock implements LongSupplier {
        private static final long LONGEST_STEP = 5_000_000;
        private long seen = System.nanoTime();
        private long now;

        @Override
        public synchronized long getAsLong() {
            long time = System.nanoTime();
            now += Math.min(LONGEST_STEP, time - seen);
            seen = time;
            return now;
        }
    }
}
