package org.teleost.learn.apt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

class UpdateRatioTest {
    private static final double[] RATIOS = {0.01, 0.1, 0.29, 0.3, 1.0 / 3.0, 0.7, 1.0, 1.5, 2.0, 7.3, 20.0};

    @Test
    void anyScheduleStaysWithinTheBandAndNeverLocksUp() {
        RandomStream stream = new RandomStream(3);
        for (double minimum : RATIOS) {
            for (double maximum : RATIOS) {
                if (minimum <= maximum) {
                    walk(new UpdateRatio(maximum, minimum, maximum), stream);
                }
            }
        }
    }

    private static void walk(UpdateRatio ratio, RandomStream stream) {
        long steps = 0;
        long updates = 0;
        for (int i = 0; i < 3000; i++) {
            boolean update = ratio.allowsUpdate(steps, updates);
            boolean step = ratio.allowsStep(steps, updates);
            assertThat(update || step).isTrue();
            if (update && (!step || stream.nextBoolean(0.5))) {
                updates++;
            } else if (step) {
                steps++;
            }
            assertThat((double) updates).isLessThanOrEqualTo(ratio.maximum() * steps);
            assertThat((double) updates).isGreaterThan(ratio.minimum() * (steps - 1) - 1.0);
        }
        assertThat(steps).isPositive();
    }

    @Test
    void minimumZeroNeverPausesCollection() {
        assertThat(new UpdateRatio(1, 0, 1).allowsStep(1_000_000, 0)).isTrue();
    }

    @Test
    void ratiosOutOfOrderAreRefused() {
        assertThatThrownBy(() -> new UpdateRatio(1, 2, 3)).hasMessageContaining("minimum=2.0 target=1.0");
        assertThatThrownBy(() -> new UpdateRatio(1, 0, 0.5)).hasMessageContaining("maximum=0.5");
        assertThatThrownBy(() -> UpdateRatio.exactly(0)).hasMessageContaining("target > 0");
        assertThatThrownBy(() -> UpdateRatio.exactly(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
