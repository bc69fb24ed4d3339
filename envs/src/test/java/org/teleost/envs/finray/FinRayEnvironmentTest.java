package org.teleost.envs.finray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.ControlProblemProvider;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;

class FinRayEnvironmentTest {
    /** Few cells, a step short enough for any actuation. */
    static final FinRaySettings TINY = new FinRaySettings(1000.0, 8, 5, 8, 0.03);

    /** A step that carries the passive ray but not the fastest actuation. */
    private static final FinRaySettings FRAGILE = new FinRaySettings(1000.0, 8, 3, 8, 0.03);

    private final FinRayEnvironment environment =
            new FinRayEnvironment(FinRaySetup.of(TINY), FinRayReward.efficiency(0.25));
    private final StepOutcome out = newOutcome();

    private static StepOutcome newOutcome() {
        return new StepOutcome(FinRayObservation.SIZE, FinRayEnvironment.INFO_NAMES.size());
    }

    @Test
    void problemsAreListedWithBothTiers() {
        assertThat(ServiceLoader.load(ControlProblemProvider.class))
                .flatExtracting(ControlProblemProvider::problems)
                .extracting(ControlProblem::name)
                .contains(
                        "finray-thrust",
                        "finray-efficiency",
                        "finray-balanced",
                        "finray-thrust-fast",
                        "finray-efficiency-fast",
                        "finray-balanced-fast");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 20, 39})
    void episodesStartAtAnyDecisionOfThePeriod(int decision) {
        float[] observation = new float[FinRayObservation.SIZE];

        environment.start(decision, observation);

        double phase = 2.0 * Math.PI * decision / 40.0;
        assertThat(observation[0]).isCloseTo((float) Math.sin(phase), within(1e-5f));
        assertThat(observation[1]).isCloseTo((float) Math.cos(phase), within(1e-5f));
        // heave leads the pitch by a quarter of a period
        assertThat(observation[2]).isCloseTo((float) Math.sin(phase), within(1e-5f));
        assertThat(observation[3]).isCloseTo((float) Math.cos(phase), within(1e-5f));
        assertThat(observation[4]).isCloseTo((float) -Math.cos(phase), within(1e-5f));
        assertThat(observation[5]).isCloseTo((float) Math.sin(phase), within(1e-5f));
        assertThat(observation[6]).isZero();
    }

    @Test
    void rewardIsThrustLessThePriceOfThePower() {
        environment.start(0, out.observation);
        for (int step = 0; step < 10; step++) {
            environment.step(new float[] {0.5f}, out);

            assertThat(out.reward).isEqualTo(out.info[0] - 0.25 * out.info[1]);
            assertThat(out.observation[27]).isEqualTo((float) (out.info[0] / 2.0));
            assertThat(out.observation[28]).isEqualTo((float) (out.info[1] / 5.0));
            assertThat(out.info[3]).isZero();
        }
        assertThat(FinRayReward.thrust().of(0.5, 2.0)).isEqualTo(0.5);
        assertThat(FinRayReward.balanced(0.25).of(0.5, 2.0)).isEqualTo(0.25);
    }

    @Test
    void offsetFollowsTheActionAndStopsAtItsBound() {
        environment.start(0, out.observation);

        environment.step(new float[] {0.5f}, out);
        assertThat(out.info[2]).isCloseTo(0.5 * FinRay.LARGEST_RATE * FinRay.DECISION, within(1e-12));
        for (int step = 0; step < 5; step++) {
            environment.step(new float[] {1.0f}, out);
        }
        assertThat(out.info[2]).isEqualTo(FinRay.LARGEST_OFFSET);
        assertThat(out.observation[6]).isEqualTo(1.0f);
    }

    @Test
    void episodeIsTruncatedAfterTenPeriods() {
        environment.reset(3, out.observation);
        for (int step = 1; step <= 400; step++) {
            environment.step(new float[] {(float) Math.sin(0.3 * step)}, out);
            assertThat(out.terminated).isFalse();
            assertThat(out.truncated).isEqualTo(step == 400);
        }
        assertThatThrownBy(() -> environment.step(new float[] {0.0f}, out))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call reset");
    }

    @Test
    void actionsOutsideTheirBoxAreRefused() {
        environment.reset(1, out.observation);
        for (float action : new float[] {1.01f, -2.0f, Float.NaN}) {
            assertThatThrownBy(() -> environment.step(new float[] {action}, out))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("action=" + action);
        }
    }

    @Test
    void divergedFlowEndsTheEpisodeWithItsReason() {
        try (FinRayEnvironment fragile =
                new FinRayEnvironment(FinRaySetup.of(FRAGILE), FinRayReward.efficiency(0.25))) {
            float[] before = diverge(fragile);

            assertThat(out.terminated).isTrue();
            assertThat(out.truncated).isFalse();
            assertThat(out.reward).isEqualTo(FinRayEnvironment.DIVERGED_REWARD);
            assertThat(out.info[3]).isEqualTo(1.0);
            assertThat(out.info[0]).isFinite();
            assertThat(out.info[1]).isFinite();
            assertThat(out.observation).containsExactly(before);
            assertThat(fragile.divergence()).contains("decision", "courant=0.4", "limit=0.4");
        }
    }

    /** Throws the offset against the motion of the tip until the flow gives up; returns the observation before. */
    private float[] diverge(FinRayEnvironment fragile) {
        fragile.start(0, out.observation);
        float[] before = out.observation.clone();
        for (int step = 0; step < 200; step++) {
            double[] rates = fragile.ray().chain().rates;
            fragile.step(new float[] {rates[rates.length - 1] > 0.0 ? 1.0f : -1.0f}, out);
            if (out.last()) {
                return before;
            }
            before = out.observation.clone();
        }
        throw new AssertionError("the flow survived");
    }

    @Test
    void episodesAfterADivergedOneHaveTheBitsOfAFreshEnvironment() {
        try (FinRayEnvironment broken = new FinRayEnvironment(FinRaySetup.of(FRAGILE), FinRayReward.thrust());
                FinRayEnvironment fresh = new FinRayEnvironment(FinRaySetup.of(FRAGILE), FinRayReward.thrust())) {
            diverge(broken);
            assertThat(rewards(broken, 5)).containsExactly(rewards(fresh, 5));
            assertThat(broken.divergence()).isEmpty();
        }
    }

    @Test
    void sameSeedGivesTheSameBitsWhileOthersRun() throws InterruptedException {
        double[][] results = new double[3][];
        Thread[] threads = new Thread[results.length];
        for (int i = 0; i < threads.length; i++) {
            final int index = i;
            threads[i] = new Thread(() -> {
                try (Environment own = new FinRayEnvironment(FinRaySetup.of(TINY), FinRayReward.thrust())) {
                    results[index] = rewards(own, 9);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(results[1]).containsExactly(results[0]);
        assertThat(results[2]).containsExactly(results[0]);
    }

    /** Rewards of an episode of 40 decisions under a gentle actuation. */
    private static double[] rewards(Environment environment, long seed) {
        StepOutcome outcome = newOutcome();
        environment.reset(seed, outcome.observation);
        double[] rewards = new double[40];
        for (int step = 0; step < rewards.length; step++) {
            environment.step(new float[] {(float) (0.3 * Math.cos(0.2 * step))}, outcome);
            rewards[step] = outcome.reward;
        }
        return rewards;
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> FinRaySettings.of(0.5, 32)).hasMessageContaining("reynolds=0.5");
        assertThatThrownBy(() -> FinRaySettings.of(1000.0, 4)).hasMessageContaining("cellsPerLength=4");
        assertThatThrownBy(() -> new FinRaySettings(1000.0, 32, 0, 26, 0.03))
                .hasMessageContaining("stepsPerDecision=0");
        assertThatThrownBy(() -> new FinRaySettings(1000.0, 32, 20, 5, 0.03)).hasMessageContaining("links=5");
        assertThatThrownBy(() -> new FinRaySettings(1000.0, 32, 20, 26, -1.0)).hasMessageContaining("massRatio=-1");
        assertThatThrownBy(() -> new FinRayReward(Double.NaN)).hasMessageContaining("powerPrice=NaN");
        assertThatThrownBy(() -> FinRaySetup.of(new FinRaySettings(1000.0, 64, 2, 51, 0.03)))
                .hasMessageContaining("Courant number too large");
    }

    @Test
    void defaultStepsKeepTheCourantNumberOnAllTiers() {
        assertThat(FinRaySettings.standard().timeStep()).isEqualTo(0.0025);
        assertThat(FinRaySettings.of(1000.0, 64).timeStep()).isEqualTo(0.00125);
        // viscosity limits the step
        FinRaySettings thick = FinRaySettings.of(1.0, 8);
        assertThat(thick.stepsPerDecision()).isEqualTo(26);
        assertThat(FinRaySetup.of(thick).settings()).isEqualTo(thick);
        assertThat(FinRaySettings.fast().timeStep()).isEqualTo(0.0025);
        assertThat(FinRaySettings.standard().links()).isEqualTo(26);
    }
}
