package org.teleost.envs.finray.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.envs.finray.FinRay;

class WaveformTest {
    private static double[] times(int count) {
        double[] time = new double[count];
        for (int i = 0; i < count; i++) {
            time[i] = (i + 1.0) / FinRay.DECISIONS_PER_PERIOD;
        }
        return time;
    }

    @Test
    void componentsAreThoseOfTheLastTwoPeriods() {
        double[] time = times(130);
        double[] offset = new double[time.length];
        for (int i = 0; i < offset.length; i++) {
            double angle = 2.0 * Math.PI * time[i];
            offset[i] = i < 49 ? 0.5 : 0.3 * Math.sin(angle + 1.0) + 0.1 * Math.sin(3.0 * angle - 2.0);
        }
        Waveform form = Waveform.of(time, offset);
        assertThat(form.amplitudes()).containsExactly(new double[] {0.3, 0.0, 0.1, 0.0, 0.0}, within(1e-12));
        assertThat(form.phases()[0]).isCloseTo(Math.toDegrees(1.0), within(1e-9));
        assertThat(form.phases()[2]).isCloseTo(Math.toDegrees(-2.0), within(1e-9));
        assertThat(form.atBound()).isZero();
        assertThat(form.atRate()).isZero();
    }

    @Test
    void timeAtTheBoundsIsCounted() {
        double[] time = times(40);
        double[] offset = new double[40];
        double step = FinRay.LARGEST_RATE * FinRay.DECISION;
        for (int i = 0; i < 40; i++) {
            offset[i] = Math.min(FinRay.LARGEST_OFFSET, (i + 1) * step);
        }
        Waveform form = Waveform.of(time, offset);
        // the offset takes 0.6 / 0.1885 decisions to its bound
        assertThat(form.atRate()).isEqualTo(3.0 / 40.0);
        assertThat(form.atBound()).isEqualTo(37.0 / 40.0);
        assertThat(Waveform.of(times(10), new double[10]).amplitudes()[0]).isNaN();
    }
}
