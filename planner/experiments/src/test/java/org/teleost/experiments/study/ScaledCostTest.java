package org.teleost.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

class ScaledCostTest {
    private static final long STEP_NANOS = 1000;

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private int explodeEvery = Integer.MAX_VALUE;

    @Test
    void computingRepeatsTheWorkAndLeavesTheResultsAsTheyAre() {
        List<Float> plain = episodes(new Walk(), 3, 50);
        int work = steps.getAndSet(0);
        assertThat(episodes(ScaledCost.computing(new Walk(), 7), 3, 50)).isEqualTo(plain);
        assertThat(steps.get()).isEqualTo(7 * work);
    }

    @Test
    void aFactorOfOneAddsNoEnvironment() {
        Environment environment = ScaledCost.computing(new Walk(), 1).newEnvironment();
        assertThat(open.get()).isEqualTo(1);
        environment.close();
    }

    @Test
    void failuresOfTheTwinStayUnseen() {
        List<Float> plain = episodes(new Walk(), 1, 8);
        // the environment itself takes 8 steps in an episode, its twin up to 10
        explodeEvery = 9;
        assertThat(episodes(ScaledCost.computing(new Walk(), 5), 1, 8)).isEqualTo(plain);
    }

    @Test
    void waitingTakesTheMultipleOfTheTimeAndLeavesTheResultsAsTheyAre() {
        List<Float> plain = episodes(new Walk(), 2, 20);
        int work = steps.getAndSet(0);
        now.set(0);
        AtomicInteger pauses = new AtomicInteger();
        ScaledCostWait wait = new ScaledCostWait(STEP_NANOS, now::get, nanos -> {
            pauses.incrementAndGet();
            // a pause that returns early
            now.addAndGet(Math.max(1, nanos / 2));
        });
        assertThat(episodes(ScaledCost.waiting(new Walk(), wait, 4), 2, 20)).isEqualTo(plain);
        assertThat(steps.get()).isEqualTo(work);
        assertThat(now.get()).isEqualTo(4 * STEP_NANOS * work);
        assertThat(pauses.get()).isGreaterThan(work);
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        ScaledCostWait wait = new ScaledCostWait(
                STEP_NANOS, now::get, nanos -> Thread.currentThread().interrupt());
        episodes(ScaledCost.waiting(new Walk(), wait, 1_000_000), 1, 1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(now.get()).isEqualTo(STEP_NANOS);
    }

    @Test
    void aNewEnvironmentTakesThePlaceOfTheClosedOne() {
        ScaledCost problem = ScaledCost.computing(new Walk(), 1, 5);
        Environment first = problem.newEnvironment();
        Environment slow = problem.newEnvironment();
        assertThat(workOfAStep(first)).isEqualTo(1);
        assertThat(workOfAStep(slow)).isEqualTo(5);
        slow.close();
        slow.close();
        Environment again = problem.newEnvironment();
        Environment further = problem.newEnvironment();
        assertThat(workOfAStep(again)).isEqualTo(5);
        assertThat(workOfAStep(further)).isEqualTo(1);
        first.close();
        again.close();
        further.close();
        assertThat(open.get()).isZero();
    }

    @Test
    void impossibleFactorsAndTimesAreRefused() {
        assertThatThrownBy(() -> ScaledCost.computing(new Walk())).hasMessageContaining("cost factors=0");
        assertThatThrownBy(() -> ScaledCost.computing(new Walk(), 0)).hasMessageContaining("cost factor=0");
        assertThatThrownBy(() -> ScaledCostWait.parking(0, now::get)).hasMessageContaining("stepNanos=0");
    }

    private int workOfAStep(Environment environment) {
        steps.set(0);
        environment.reset(1, new float[1]);
        environment.step(new float[] {0.5f}, new StepOutcome(1, 0));
        return steps.get();
    }

    /** Observations and rewards of some episodes under a fixed sequence of actions. */
    private static List<Float> episodes(ControlProblem problem, int episodes, int stepsAtMost) {
        List<Float> seen = new ArrayList<>();
        float[] observation = new float[1];
        StepOutcome outcome = new StepOutcome(1, 0);
        try (Environment environment = problem.newEnvironment()) {
            for (int episode = 0; episode < episodes; episode++) {
                environment.reset(episode, observation);
                seen.add(observation[0]);
                outcome.truncated = false;
                for (int step = 0; step < stepsAtMost && !outcome.last(); step++) {
                    environment.step(new float[] {(step % 3) - 1f}, outcome);
                    seen.add(outcome.observation[0]);
                    seen.add((float) outcome.reward);
                }
            }
        }
        return seen;
    }

    /** A random walk of ten steps; a step takes 1000 nanoseconds of the test's clock. */
    private final class Walk implements ControlProblem {
        @Override
        public String name() {
            return "walk";
        }

        @Override
        public String summary() {
            return "a random walk";
        }

        @Override
        public Box observationBox() {
            return Box.unbounded(1);
        }

        @Override
        public Box actionBox() {
            return Box.uniform(1, -1f, 1f);
        }

        @Override
        public int stepLimit() {
            return 10;
        }

        @Override
        public Environment newEnvironment() {
            open.incrementAndGet();
            return new Walking();
        }
    }

    private final class Walking implements Environment {
        private final RandomStream stream = new RandomStream(0);
        private float state;
        private int step;

        @Override
        public void reset(long seed, float[] observation) {
            stream.startEpisode(seed, 0, 0);
            state = (float) stream.nextGaussian();
            step = 0;
            observation[0] = state;
        }

        @Override
        public void step(float[] action, StepOutcome out) {
            steps.incrementAndGet();
            now.addAndGet(STEP_NANOS);
            step++;
            if (step >= explodeEvery) {
                throw new IllegalStateException("exploded");
            }
            state += action[0] + (float) stream.nextGaussian();
            out.observation[0] = state;
            out.reward = -Math.abs(state);
            out.terminated = false;
            out.truncated = step >= 10;
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
