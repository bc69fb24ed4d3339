package org.teleost.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.teleost.belief.BeliefHealth.Level;
import org.teleost.fixtures.BrokenModel;
import org.teleost.fixtures.BrokenModel.Fault;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.model.State;

@Timeout(60)
class ParticleFilterTest {
    private static final float[] NONE = new float[0];

    private static double probability(ParticleBelief belief, int value) {
        State state = belief.layout().newState();
        double sum = 0.0;
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            sum += state.ints[0] == value ? belief.weight(i) : 0.0;
        }
        return sum;
    }

    private static ParticleBelief start(GenerativeModel model, ParticleFilter filter, int particles) {
        ParticleBelief belief = new ParticleBelief(model.layout(), particles);
        filter.initialise(belief);
        return belief;
    }

    @Test
    void hearingsGiveTheExactPosteriorWithinMonteCarloError() {
        int particles = 40_000;
        TinyTiger tiger = new TinyTiger();
        ParticleFilter filter = new ParticleFilter(tiger, particles, 2);
        ParticleBelief belief = start(tiger, filter, particles);
        double right = 0.5;
        for (int heard : new int[] {1, 1, 0, 1, 1, 1, 0, 0, 1}) {
            double evidence = right * (heard == 1 ? 0.85 : 0.15) + (1.0 - right) * (heard == 0 ? 0.85 : 0.15);
            right = right * (heard == 1 ? 0.85 : 0.15) / evidence;
            BeliefHealth health = filter.update(belief, TinyTiger.LISTEN, heard, NONE);
            assertThat(probability(belief, 1)).isCloseTo(right, within(0.01));
            assertThat(health.logEvidence).isCloseTo(Math.log(evidence), within(0.02));
            assertThat(health.level).isEqualTo(Level.HEALTHY);
            assertThat(health.effectiveSampleSize).isBetween(1.0, particles + 1e-6);
        }
        filter.update(belief, TinyTiger.OPEN_LEFT, 0, NONE);
        assertThat(probability(belief, 1)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void theErrorFallsWithTheSquareRootOfTheParticles() {
        assertThat(meanSquareError(4_000) * 8.0).isLessThan(meanSquareError(100));
    }

    private static double meanSquareError(int particles) {
        TinyTiger tiger = new TinyTiger();
        double exact = 0.85 * 0.85 / (0.85 * 0.85 + 0.15 * 0.15);
        double sum = 0.0;
        for (int seed = 0; seed < 60; seed++) {
            ParticleFilter filter = new ParticleFilter(tiger, particles, seed);
            ParticleBelief belief = start(tiger, filter, particles);
            filter.update(belief, TinyTiger.LISTEN, 1, NONE);
            filter.update(belief, TinyTiger.LISTEN, 1, NONE);
            double error = probability(belief, 1) - exact;
            sum += error * error / 60.0;
        }
        return sum;
    }

    @Test
    void systematicResamplingKeepsEveryExpectedCountToWithinOne() {
        for (int n : new int[] {1, 4, 6, 13, 207, 4098}) {
            ParticleBelief belief = numbered(n);
            double[] weights = new double[n];
            for (int i = 0; i < n; i++) {
                weights[i] = belief.weight(i);
            }
            int survivors =
                    new Resampler(new SecretNumber(), n).resample(belief, new ParticleBelief(belief.layout(), n), 9, 4);
            int[] counts = counts(belief);
            int distinct = 0;
            for (int i = 0; i < n; i++) {
                assertThat((double) counts[i]).as("n=%d i=%d", n, i).isCloseTo(n * weights[i], within(1.0 + 1e-6));
                distinct += counts[i] > 0 ? 1 : 0;
            }
            assertThat(survivors).isEqualTo(distinct);
            assertThat(belief.effectiveSampleSize()).isCloseTo(n, within(1e-6 * n));
        }
    }

    @Test
    void systematicResamplingIsUnbiased() {
        int n = 5;
        int rounds = 4_000;
        double[] mean = new double[n];
        for (int round = 0; round < rounds; round++) {
            ParticleBelief belief = numbered(n);
            new Resampler(new SecretNumber(), n).resample(belief, new ParticleBelief(belief.layout(), n), 1, round);
            int[] counts = counts(belief);
            for (int i = 0; i < n; i++) {
                mean[i] += (double) counts[i] / rounds;
            }
        }
        for (int i = 0; i < n; i++) {
            assertThat(mean[i]).isCloseTo(n * numbered(n).weight(i), within(0.03));
        }
    }

    // particle i is the number i, with weight proportional to 1 + i^2, every third without weight
    private static ParticleBelief numbered(int n) {
        SecretNumber model = new SecretNumber();
        ParticleBelief belief = new ParticleBelief(model.layout(), n);
        State state = model.layout().newState();
        for (int i = 0; i < n; i++) {
            state.ints[0] = i;
            belief.store(i, state);
            belief.setWeight(i, i % 3 == 2 ? 0.0 : 1.0 + (double) i * i);
        }
        belief.normalise();
        return belief;
    }

    private static int[] counts(ParticleBelief belief) {
        int[] counts = new int[belief.size()];
        State state = belief.layout().newState();
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            counts[state.ints[0]]++;
        }
        return counts;
    }

    @Test
    void aCollapsedBeliefIsRebuiltFromThePriorThroughItsHistoryOrLeftAlone() {
        SecretNumber model = new SecretNumber();
        int recovered = 0;
        int lost = 0;
        for (int seed = 0; seed < 100; seed++) {
            ParticleFilter filter = new ParticleFilter(model, 4, seed);
            ParticleBelief belief = start(model, filter, 4);
            filter.update(belief, SecretNumber.WAIT, SecretNumber.NOTHING, NONE);
            int[] before = numbers(belief);
            BeliefHealth health = filter.update(belief, SecretNumber.ASK, 3, NONE);
            if (health.level == Level.RECOVERED) {
                recovered++;
                assertThat(numbers(belief)).containsOnly(3);
                assertThat(belief.history(0)).isEqualTo(1.0f);
                assertThat(health.trustworthy()).isFalse();
            } else if (health.level == Level.LOST) {
                lost++;
                assertThat(numbers(belief)).isEqualTo(before);
                assertThat(belief.history(0)).isZero();
                assertThat(health.trustworthy()).isFalse();
            }
            assertThat(belief.effectiveSampleSize()).isBetween(0.99, 4.01);
        }
        // none of 4 particles is a 3 with probability 0.66, then none of 12 with probability 0.28
        assertThat(recovered).isBetween(30, 65);
        assertThat(lost).isBetween(5, 35);
    }

    private static int[] numbers(ParticleBelief belief) {
        State state = belief.layout().newState();
        int[] numbers = new int[belief.size()];
        for (int i = 0; i < numbers.length; i++) {
            belief.load(i, state);
            numbers[i] = state.ints[0];
        }
        return numbers;
    }

    @Test
    void anObservationThatNothingExplainsLeavesTheBeliefOfBeforeBitForBit() {
        SecretNumber model = new SecretNumber();
        ParticleFilter filter = new ParticleFilter(model, 300, 1);
        ParticleBelief belief = start(model, filter, 300);
        int[] before = numbers(belief);
        BeliefHealth health = filter.update(belief, SecretNumber.WAIT, 11, NONE);
        assertThat(health.level).isEqualTo(Level.LOST);
        assertThat(health.logEvidence).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(numbers(belief)).isEqualTo(before);
        assertThat(filter.update(belief, SecretNumber.WAIT, SecretNumber.NOTHING, NONE).level)
                .isEqualTo(Level.HEALTHY);
    }

    @Test
    void anObservationThatNothingExplainsDoesNotSpoilLaterRecoveries() {
        SecretNumber model = new SecretNumber();
        int recovered = 0;
        for (int seed = 0; seed < 40; seed++) {
            ParticleFilter filter = new ParticleFilter(model, 4, seed);
            ParticleBelief belief = start(model, filter, 4);
            assertThat(filter.update(belief, SecretNumber.WAIT, 11, NONE).level).isEqualTo(Level.LOST);
            recovered += filter.update(belief, SecretNumber.ASK, 3, NONE).level == Level.RECOVERED ? 1 : 0;
        }
        assertThat(recovered).isPositive();
    }

    @Test
    void particlesThatEndedAreDroppedSinceTheWorldWentOn() {
        SecretNumber model = new SecretNumber();
        ParticleFilter filter = new ParticleFilter(model, 1_000, 1);
        ParticleBelief belief = start(model, filter, 1_000);
        BeliefHealth health = filter.update(belief, SecretNumber.STOP_ODD, SecretNumber.NOTHING, NONE);
        assertThat(health.terminalParticles).isBetween(400, 600);
        assertThat(health.level).isEqualTo(Level.HEALTHY);
        for (int odd = 1; odd < 10; odd += 2) {
            assertThat(probability(belief, odd)).isZero();
        }
        assertThat(probability(belief, 4)).isCloseTo(0.2, within(0.05));
    }

    @Test
    void fewSurvivorsAreReportedAsDegraded() {
        SecretNumber model = new SecretNumber();
        ParticleFilter filter = new ParticleFilter(model, 20, 4);
        ParticleBelief belief = start(model, filter, 20);
        int rare = numbers(belief)[0];
        long copies = java.util.Arrays.stream(numbers(belief))
                .filter(number -> number == rare)
                .count();
        BeliefHealth health = filter.update(belief, SecretNumber.ASK, rare, NONE);
        assertThat(health.uniqueAncestors).isEqualTo((int) copies);
        assertThat(health.effectiveSampleSize).isCloseTo((double) copies, within(1e-9));
        assertThat(health.resampled).isTrue();
        assertThat(health.level).isEqualTo(copies < 2 ? Level.DEGRADED : Level.HEALTHY);
        assertThat(numbers(belief)).containsOnly(rare);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NAN_LIKELIHOOD", "LIKELIHOOD_THROWS", "STEP_THROWS", "STEP_OVERFLOWS_STACK"})
    void aFaultyModelIsReportedWithModelActionStepAndParticle(Fault fault) {
        BrokenModel model = BrokenModel.tiger(fault);
        ParticleFilter filter = new ParticleFilter(model, 50, 1);
        ParticleBelief belief = start(model, filter, 50);
        assertThatThrownBy(() -> filter.update(belief, TinyTiger.LISTEN, 1, NONE))
                .isInstanceOf(ModelException.class)
                .hasMessageMatching("(?s)model=broken-tiny-tiger action=0 \\(listen\\) step=\\d+ particle=\\d+: .+");
    }

    @Test
    void aModelThatFailsWhileTheHistoryIsReplayedIsReportedInTheSameWay() {
        SecretNumber model = new SecretNumber() {
            @Override
            public double logLikelihood(long observation, int action, State nextState) {
                if (nextState.ints[0] == 7) {
                    throw new IllegalStateException("seven");
                }
                return super.logLikelihood(observation, action, nextState);
            }
        };
        int failed = 0;
        for (int seed = 0; seed < 60; seed++) {
            ParticleFilter filter = new ParticleFilter(model, 2, seed);
            ParticleBelief belief = start(model, filter, 2);
            try {
                filter.update(belief, SecretNumber.ASK, 3, NONE);
            } catch (RuntimeException e) {
                failed++;
                assertThat(e).isInstanceOf(ModelException.class).hasMessageContaining("seven");
            }
        }
        assertThat(failed).isPositive();
    }

    @Test
    void historyLanesFollowTheActionsAndObservations() {
        HiddenCoin model = new HiddenCoin();
        ParticleFilter filter = new ParticleFilter(model, 500, 1);
        ParticleBelief belief = start(model, filter, 500);
        double odds = Math.log(HiddenCoin.CORRECT / (1.0 - HiddenCoin.CORRECT));
        filter.update(belief, HiddenCoin.LOOK_0, 1, NONE);
        filter.update(belief, HiddenCoin.LOOK_0, 1, NONE);
        filter.update(belief, HiddenCoin.LOOK_0, 0, NONE);
        assertThat(belief.history(0)).isCloseTo((float) odds, within(1e-5f));
        assertThat(belief.history(2)).isEqualTo(3.0f);
        filter.initialise(belief);
        assertThat(belief.history(0)).isZero();
        assertThat(belief.history(2)).isZero();
    }

    @Test
    void theSameSeedGivesTheSameParticlesAndAnotherSeedOthers() {
        assertThat(afterTwoSteps(5)).isEqualTo(afterTwoSteps(5)).isNotEqualTo(afterTwoSteps(6));
    }

    private static int[] afterTwoSteps(long seed) {
        TinyTiger tiger = new TinyTiger();
        ParticleFilter filter = new ParticleFilter(tiger, 200, seed);
        ParticleBelief belief = start(tiger, filter, 200);
        filter.update(belief, TinyTiger.LISTEN, 0, NONE);
        filter.update(belief, TinyTiger.OPEN_LEFT, 0, NONE);
        return numbers(belief);
    }

    @Test
    void aHistoryOfThousandsOfStepsThatCannotBeReplayedEndsInLost() {
        SecretNumber model = new SecretNumber();
        ParticleFilter filter = new ParticleFilter(model, 3, 1);
        ParticleBelief belief = start(model, filter, 3);
        for (int step = 0; step < 3_000; step++) {
            assertThat(filter.update(belief, SecretNumber.WAIT, SecretNumber.NOTHING, NONE).level)
                    .isEqualTo(Level.HEALTHY);
        }
        assertThat(filter.update(belief, SecretNumber.WAIT, 11, NONE).level).isEqualTo(Level.LOST);
    }

    @Test
    void wrongSizesAndActionsAreRefused() {
        SecretNumber model = new SecretNumber();
        ParticleFilter filter = new ParticleFilter(model, 10, 1);
        ParticleBelief other = new ParticleBelief(model.layout(), 11);
        assertThatThrownBy(() -> filter.initialise(other)).hasMessageContaining("particles=11");
        ParticleBelief belief = start(model, filter, 10);
        assertThatThrownBy(() -> filter.update(belief, 3, 0, NONE)).hasMessageContaining("action=3");
        assertThatThrownBy(() -> filter.update(belief, -1, 0, NONE)).hasMessageContaining("action=-1");
    }

    @Test
    void faultsOfInitialStatesAndHistoryNameModelAndPlace() {
        BrokenModel initial = BrokenModel.tiger(Fault.INITIAL_THROWS);
        assertThatThrownBy(() -> start(initial, new ParticleFilter(initial, 5, 1), 5))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("model=broken-tiny-tiger: sampleInitial of particle 0 threw");
        BrokenModel history = BrokenModel.tiger(Fault.HISTORY_OVERFLOWS_STACK);
        ParticleFilter filter = new ParticleFilter(history, 5, 1);
        ParticleBelief belief = start(history, filter, 5);
        if (history.layout().history().isEmpty()) {
            return;
        }
        assertThatThrownBy(() -> filter.update(belief, TinyTiger.LISTEN, 1, NONE))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("updateHistory(action=0, observation=1) threw java.lang.StackOverflowError");
    }
}
