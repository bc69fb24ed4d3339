package org.teleost.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    @Test
    void meanIntervalOfAWorkedExample() {
        // mean 5; squared differences 9 1 1 1 0 0 4 16, sum 32, s = sqrt(32 / 7)
        MeanInterval interval = MeanInterval.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(interval.mean()).isEqualTo(5.0);
        assertThat(interval.deviation()).isCloseTo(Math.sqrt(32.0 / 7.0), within(1e-12));
        assertThat(interval.halfWidth()).isCloseTo(2.364624251 * Math.sqrt(32.0 / 7.0 / 8.0), within(1e-8));
    }

    @Test
    void tooFewSamplesLeaveTheIntervalUnknown() {
        assertThat(MeanInterval.of().mean()).isNaN();
        assertThat(MeanInterval.of(3.5).mean()).isEqualTo(3.5);
        assertThat(MeanInterval.of(3.5).halfWidth()).isNaN();
        assertThat(MeanInterval.of(1, 1, 1).halfWidth()).isZero();
    }

    @Test
    void meanIntervalsCoverTheTruthAsOftenAsTheyClaim() {
        SplittableRandom random = new SplittableRandom(1);
        int covered = 0;
        for (int trial = 0; trial < 4000; trial++) {
            double[] samples = random.doubles(6).map(x -> x - 0.5).toArray();
            MeanInterval interval = MeanInterval.of(samples);
            covered += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
        }
        assertThat(covered / 4000.0).isBetween(0.935, 0.965);
    }

    @Test
    void wilsonIntervalsAgreeWithPublishedValues() {
        RateInterval half = RateInterval.of(5, 10);
        assertThat(half.low()).isCloseTo(0.2365931, within(1e-6));
        assertThat(half.high()).isCloseTo(0.7634069, within(1e-6));
        RateInterval none = RateInterval.of(0, 10);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.2775328, within(1e-6));
        assertThat(RateInterval.of(10, 10).high()).isEqualTo(1.0);
        assertThat(RateInterval.of(0, 0).rate()).isNaN();
    }

    @Test
    void latencyPercentilesAreInMillisecondsAndNeverAboveTheMaximum() {
        Latency latency = new Latency();
        assertThat(latency.max()).isNaN();
        for (int i = 1; i <= 100; i++) {
            latency.record(i * 1_000_000L);
        }
        assertThat(latency.percentile(50)).isCloseTo(50.0, within(0.1));
        assertThat(latency.percentile(99)).isCloseTo(99.0, within(0.1));
        assertThat(latency.percentile(100)).isEqualTo(100.0);
        assertThat(latency.max()).isEqualTo(100.0);
    }
}
