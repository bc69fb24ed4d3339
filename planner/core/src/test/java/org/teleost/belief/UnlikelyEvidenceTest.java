package org.teleost.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.belief.BeliefHealth.Level;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Weights at the limits of doubles, and observations that the belief finds very unlikely. */
class UnlikelyEvidenceTest {
    private static ParticleBelief weighted(double... weights) {
        ParticleBelief belief = new ParticleBelief(new TinyTiger().layout(), weights.length);
        for (int i = 0; i < weights.length; i++) {
            belief.setWeight(i, weights[i]);
        }
        return belief;
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-310, 1e-308, 1e-290, 1.0, 1e290, 1e308, Double.MAX_VALUE})
    void weightsOfAnySizeAreNormalised(double weight) {
        ParticleBelief belief = weighted(weight, 0.0, weight, weight, weight);
        belief.normalise();
        assertThat(belief.weight(0)).isCloseTo(0.25, within(1e-15));
        assertThat(belief.weight(1)).isZero();
        assertThat(belief.effectiveSampleSize()).isCloseTo(4.0, within(1e-12));
        ParticleBelief unequal = weighted(weight, weight / 3.0);
        double wanted = weight / 3.0 == 0.0 ? 1.0 : 0.75;
        unequal.normalise();
        assertThat(unequal.weight(0)).isCloseTo(wanted, within(1e-12 + (weight < 1e-300 ? 1e-6 : 0.0)));
    }

    @Test
    void theSumThatTheWeightsHadIsReturned() {
        assertThat(weighted(1e-310, 1e-310).normalise()).isEqualTo(2e-310);
        assertThat(weighted(3.0, 1.0).normalise()).isEqualTo(4.0);
        assertThat(weighted(1e308, 1e308).normalise()).isInfinite();
    }

    @Test
    void withoutAnyWeightNothingIsChangedAndTheSampleIsEmpty() {
        ParticleBelief belief = weighted(0.0, 0.0, 0.0);
        assertThat(belief.effectiveSampleSize()).isZero();
        assertThat(belief.normalise()).isZero();
        assertThat(belief.weight(1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.0, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoWeightIsRefused(double weight) {
        ParticleBelief belief = weighted(0.5, 0.5);
        assertThatThrownBy(() -> belief.setWeight(1, weight))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight=" + weight + " of particle 1; allowed");
        assertThat(belief.weight(1)).isEqualTo(0.5);
    }

    /** Log likelihoods of -400 and less at every step: the posterior is the exact one, and the health says it. */
    @Test
    void fiftyReadingsFourDeviationsOffGiveTheExactBeliefAndAnAlarm() {
        RangeReadings model = new RangeReadings();
        int particles = 20_000;
        ParticleFilter filter = new ParticleFilter(model, particles, 5);
        ParticleBelief belief = new ParticleBelief(model.layout(), particles);
        filter.initialise(belief);
        double[] exact = new double[RangeReadings.CELLS];
        Arrays.fill(exact, 1.0 / exact.length);
        for (double mean : new double[] {4.0, -4.0, 4.1}) {
            long seen = RangeReadings.observation(mean, 50.0);
            double logEvidence = update(exact, seen);
            BeliefHealth health = filter.update(belief, 0, seen, new float[0]);
            assertThat(health.logEvidence).isLessThan(-380.0).isCloseTo(logEvidence, within(1.0));
            assertThat(health.surprise).isGreaterThan(300.0);
            assertThat(health.level).isEqualTo(Level.DEGRADED);
            assertThat(health.toString()).contains("surprise=");
            assertThat(health.trustworthy()).isTrue();
        }
        for (int cell = 0; cell < exact.length; cell++) {
            assertThat(mass(belief, cell)).as("cell %d", cell).isCloseTo(exact[cell], within(0.02));
        }
        long usual = RangeReadings.observation(RangeReadings.place(likeliest(exact)) + 0.1, 47.0);
        BeliefHealth health = filter.update(belief, 0, usual, new float[0]);
        assertThat(health.surprise).isLessThan(Math.log(1_000.0));
        assertThat(health.level).isEqualTo(Level.HEALTHY);
    }

    /** What particles see in simulation is no surprise, whatever the seed. */
    @Test
    void usualObservationsAreNoAlarm() {
        RangeReadings model = new RangeReadings();
        for (int seed = 0; seed < 100; seed++) {
            ParticleFilter filter = new ParticleFilter(model, 1_000, seed);
            ParticleBelief belief = new ParticleBelief(model.layout(), 1_000);
            filter.initialise(belief);
            for (int step = 0; step < 20; step++) {
                RandomStream stream = new RandomStream(100 + seed);
                stream.startEpisode(seed, step, 1);
                State truth = model.layout().newState();
                truth.ints[0] = 10;
                Outcome out = new Outcome();
                model.step(truth, 0, stream, out);
                assertThat(filter.update(belief, 0, out.observation, new float[0]).level)
                        .as("seed %d step %d", seed, step)
                        .isEqualTo(Level.HEALTHY);
            }
        }
    }

    private static double update(double[] exact, long seen) {
        double best = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < exact.length; cell++) {
            double likelihood = RangeReadings.logLikelihood(seen, RangeReadings.place(cell));
            exact[cell] = Math.log(exact[cell]) + likelihood;
            best = Math.max(best, exact[cell]);
        }
        double sum = 0.0;
        for (int cell = 0; cell < exact.length; cell++) {
            exact[cell] = Math.exp(exact[cell] - best);
            sum += exact[cell];
        }
        for (int cell = 0; cell < exact.length; cell++) {
            exact[cell] /= sum;
        }
        return best + Math.log(sum);
    }

    private static int likeliest(double[] exact) {
        int best = 0;
        for (int cell = 0; cell < exact.length; cell++) {
            best = exact[cell] > exact[best] ? cell : best;
        }
        return best;
    }

    private static double mass(ParticleBelief belief, int cell) {
        State state = belief.layout().newState();
        double sum = 0.0;
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            sum += state.ints[0] == cell ? belief.weight(i) : 0.0;
        }
        return sum;
    }
}
