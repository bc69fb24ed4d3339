package org.teleost.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.teleost.experiments.corridor.CorridorProblem;

class ThroughputTest {

    @Test
    void medianOfOddAndEvenCounts() {
        assertThat(Throughput.median(new double[] {5, 1, 3})).isEqualTo(3.0);
        assertThat(Throughput.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
    }

    @Test
    void oneThreadHasNothingToScaleAgainst() {
        BenchSubject subject = new BenchSubject(CorridorProblem.sound(), 1);
        Throughput throughput = Throughput.measure(subject, 1, 0.05, 1);
        assertThat(throughput.scaling()).isNaN();
        assertThat(throughput.stepsPerSecond()).isEqualTo(throughput.singleStepsPerSecond());
    }
}
