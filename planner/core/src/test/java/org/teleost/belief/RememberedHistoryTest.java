package org.teleost.belief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teleost.belief.BeliefHealth.Level;

class RememberedHistoryTest {
    @Test
    void stepsAreKeptWithTheirCoordinates() {
        RememberedHistory history = new RememberedHistory();
        for (int step = 0; step < RememberedHistory.CAPACITY; step++) {
            history.remember(step % 7, new float[] {step, -step}, 100L + step);
        }
        float[] action = new float[2];
        for (int step : new int[] {0, 1, 500, RememberedHistory.CAPACITY - 1}) {
            history.loadAction(step, action);
            assertThat(action).containsExactly(step, -step);
            assertThat(history.action(step)).isEqualTo(step % 7);
            assertThat(history.observation(step)).isEqualTo(100L + step);
        }
        assertThat(history.isComplete()).isTrue();
        assertThat(history.length()).isEqualTo(1024);
    }

    @Test
    void aStepTooManyMakesItIncompleteUntilItIsForgotten() {
        RememberedHistory history = new RememberedHistory();
        for (int step = 0; step <= RememberedHistory.CAPACITY; step++) {
            history.remember(1, 2L);
        }
        assertThat(history.isComplete()).isFalse();
        assertThat(history.length()).isEqualTo(1024);
        history.forgetLast();
        assertThat(history.isComplete()).isTrue();
        history.clear();
        assertThat(history.length()).isZero();
        history.remember(5, 6L);
        assertThat(history.action(0)).isEqualTo(5);
        assertThat(history.observation(0)).isEqualTo(6L);
    }

    @Test
    void noTwoAttemptsOfAnyUpdateShareASeed() {
        assertThat(java.util.stream.LongStream.range(0, 300)
                        .map(i -> RememberedHistory.attemptSeed(9, i / 3, (int) (i % 3)))
                        .distinct()
                        .count())
                .isEqualTo(300);
    }

    @Test
    void fewEffectiveOrDistinctParticlesAreDegraded() {
        assertThat(level(1000, 10.0, 10)).isEqualTo(Level.HEALTHY);
        assertThat(level(1000, 9.99, 500)).isEqualTo(Level.DEGRADED);
        assertThat(level(1000, 500.0, 9)).isEqualTo(Level.DEGRADED);
        assertThat(level(100, 2.0, 2)).isEqualTo(Level.HEALTHY);
        assertThat(level(100, 1.9, 2)).isEqualTo(Level.DEGRADED);
        // one or two particles are few by choice
        assertThat(level(2, 1.0, 1)).isEqualTo(Level.HEALTHY);
        assertThat(level(3, 1.0, 1)).isEqualTo(Level.DEGRADED);
    }

    private static Level level(int particles, double effective, int ancestors) {
        BeliefHealth health = new BeliefHealth();
        health.particles = particles;
        health.effectiveSampleSize = effective;
        health.uniqueAncestors = ancestors;
        health.judge();
        assertThat(health.toString())
                .isEqualTo("level=" + health.level + " effectiveSampleSize=" + effective
                        + " logEvidence=0.0 surprise=-Infinity uniqueAncestors=" + ancestors
                        + " terminalParticles=0 particles="
                        + particles);
        return health.level;
    }
}
