package org.teleost.envs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.ControlProblemProvider;
import org.teleost.problem.Environment;
import org.teleost.problem.Signal;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

/** What every control problem on the class path promises. */
class ControlProblemsTest {
    /** Enough steps for anything lazy, few enough for a costly solver. */
    private static final int WARM_UP = 200;

    private static final int MEASURED = 50;

    /** Others of their family, with another reward or more cells and the same code, stand for them. */
    private static final Set<String> REPRESENTED = Set.of(
            "finray-thrust", "finray-efficiency", "finray-balanced", "finray-thrust-fast", "finray-efficiency-fast");

    static List<ControlProblem> all() {
        List<ControlProblem> problems = new ArrayList<>();
        for (ControlProblemProvider provider : ServiceLoader.load(ControlProblemProvider.class)) {
            problems.addAll(provider.problems());
        }
        return problems;
    }

    static List<ControlProblem> problems() {
        List<ControlProblem> problems = all();
        problems.removeIf(problem -> REPRESENTED.contains(problem.name()));
        return problems;
    }

    @Test
    void namesAreUniqueAndLowerCase() {
        List<String> names = new ArrayList<>();
        for (ControlProblem problem : all()) {
            names.add(problem.name());
        }
        assertThat(names).contains("pendulum", "mountain-car", "cartpole-swingup");
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void describesItself(ControlProblem problem) {
        assertThat(problem.summary()).isNotBlank().doesNotContain("\n");
        assertThat(problem.stepLimit()).isPositive();
        assertThat(problem.actionBox().bounded()).isTrue();
        assertThat(problem.infoNames()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void resetAndStepFillEverythingWithFiniteValuesInsideTheBox(ControlProblem problem) {
        Box box = problem.observationBox();
        Episode episode = new Episode(problem, 11);
        try (Environment environment = problem.newEnvironment()) {
            float[] observation = new float[box.size()];
            Arrays.fill(observation, Float.NaN);
            environment.reset(3, observation);
            assertInside(box, observation);
            for (int step = 0; step < 20; step++) {
                episode.soil();
                environment.step(episode.nextAction(), episode.out);
                assertInside(box, episode.out.observation);
                assertThat(episode.out.reward).isFinite();
                assertThat(Arrays.stream(episode.out.info).allMatch(Double::isFinite))
                        .as("info=%s", Arrays.toString(episode.out.info))
                        .isTrue();
                if (step == 0 && problem.stepLimit() > 1) {
                    assertThat(episode.out.terminated).as("terminated").isFalse();
                    assertThat(episode.out.truncated).as("truncated").isFalse();
                }
                if (episode.out.last()) {
                    environment.reset(3, observation);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void episodesStartDifferentlyUnderDifferentSeeds(ControlProblem problem) {
        float[] first = new float[problem.observationBox().size()];
        float[] other = new float[first.length];
        int different = 0;
        try (Environment environment = problem.newEnvironment()) {
            environment.reset(0, first);
            for (int seed = 1; seed <= 20; seed++) {
                environment.reset(seed, other);
                different += Arrays.equals(first, other) ? 0 : 1;
            }
        }
        assertThat(different).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void signalsCanBeReadAndReadingThemChangesNothing(ControlProblem problem) {
        assertThat(problem.signals().stream().map(Signal::name)).doesNotHaveDuplicates();
        Episode read = new Episode(problem, 12);
        Episode left = new Episode(problem, 12);
        try (Environment environment = problem.newEnvironment();
                Environment twin = problem.newEnvironment()) {
            environment.reset(7, read.out.observation);
            twin.reset(7, left.out.observation);
            for (int step = 0; step < 10 && !left.out.last(); step++) {
                for (int signal = 0; signal < problem.signals().size(); signal++) {
                    float[] values = new float[problem.signals().get(signal).size()];
                    Arrays.fill(values, Float.NaN);
                    environment.readSignal(signal, values);
                    for (float value : values) {
                        assertThat(value).as("signal=%d", signal).isFinite();
                    }
                }
                environment.step(read.nextAction(), read.out);
                twin.step(left.nextAction(), left.out);
                assertThat(read.out.observation).isEqualTo(left.out.observation);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void signalsThatAreNotListedAreRefused(ControlProblem problem) {
        try (Environment environment = problem.newEnvironment()) {
            environment.reset(7, new float[problem.observationBox().size()]);
            assertThatThrownBy(() -> environment.readSignal(problem.signals().size(), new float[1]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static void assertInside(Box box, float[] observation) {
        for (int i = 0; i < observation.length; i++) {
            assertThat(observation[i]).as("component=%d", i).isFinite().isBetween(box.low(i), box.high(i));
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void anUndisturbedEpisodeIsTruncatedExactlyAtItsLimit(ControlProblem problem) {
        Episode episode = new Episode(problem, 1);
        float[] action = mildest(problem.actionBox());
        try (Environment environment = problem.newEnvironment()) {
            environment.reset(5, episode.out.observation);
            int steps = 0;
            do {
                environment.step(action, episode.out);
                steps++;
            } while (!episode.out.last() && steps <= problem.stepLimit());
            assertThat(episode.out.last()).as("steps=%d", steps).isTrue();
            // the end of the time is no end of the task: a learner would take the value of the next state for zero
            assertThat(episode.out.truncated).as("steps=%d", steps).isEqualTo(steps == problem.stepLimit());
            assertThat(episode.out.terminated).as("steps=%d", steps).isEqualTo(steps < problem.stepLimit());
        }
    }

    /** The action of the box nearest to zero. */
    private static float[] mildest(Box box) {
        float[] action = new float[box.size()];
        for (int i = 0; i < action.length; i++) {
            action[i] = Math.max(box.low(i), Math.min(box.high(i), 0.0f));
        }
        return action;
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theSameSeedAndActionsGiveTheSameBits(ControlProblem problem) {
        try (Environment first = problem.newEnvironment();
                Environment second = problem.newEnvironment()) {
            double[] fresh = trace(problem, first, 21);
            trace(problem, first, 22);
            assertThat(trace(problem, first, 21)).as("after another episode").isEqualTo(fresh);
            assertThat(trace(problem, second, 21)).as("in another instance").isEqualTo(fresh);
            assertThat(trace(problem, second, 22)).as("with another seed").isNotEqualTo(fresh);
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void instancesDoNotDisturbEachOther(ControlProblem problem) {
        try (Environment alone = problem.newEnvironment();
                Environment first = problem.newEnvironment();
                Environment second = problem.newEnvironment()) {
            double[] expected = trace(problem, alone, 31);
            Episode one = new Episode(problem, 31);
            Episode two = new Episode(problem, 32);
            first.reset(31, one.out.observation);
            second.reset(32, two.out.observation);
            one.record();
            while (one.recorded < expected.length) {
                if (!two.out.last()) {
                    second.step(two.nextAction(), two.out);
                }
                first.step(one.nextAction(), one.out);
                one.record();
            }
            assertThat(one.values).startsWith(expected);
        }
    }

    /** Observations and rewards of up to 30 steps of an episode whose actions follow from the seed too. */
    private static double[] trace(ControlProblem problem, Environment environment, long seed) {
        Episode episode = new Episode(problem, seed);
        environment.reset(seed, episode.out.observation);
        episode.record();
        for (int step = 0; step < 30 && !episode.out.last(); step++) {
            environment.step(episode.nextAction(), episode.out);
            episode.record();
        }
        return Arrays.copyOf(episode.values, episode.recorded);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void stepsAndResetsAllocateNothing(ControlProblem problem) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Episode episode = new Episode(problem, 41);
        try (Environment environment = problem.newEnvironment()) {
            environment.reset(1, episode.out.observation);
            run(environment, episode, WARM_UP);
            long least = Long.MAX_VALUE;
            // the virtual machine may link something once; what the environment allocates it allocates every time
            for (int attempt = 0; attempt < 3 && least > 0; attempt++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                run(environment, episode, MEASURED);
                environment.reset(attempt, episode.out.observation);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least).as("bytes in %d steps and a reset", MEASURED).isZero();
        }
    }

    private static void run(Environment environment, Episode episode, int steps) {
        for (int step = 0; step < steps; step++) {
            environment.step(episode.nextAction(), episode.out);
            if (episode.out.last()) {
                environment.reset(step, episode.out.observation);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void closesAnyNumberOfTimes(ControlProblem problem) {
        Environment environment = problem.newEnvironment();
        environment.reset(1, new float[problem.observationBox().size()]);
        environment.close();
        environment.close();
        try (Environment other = problem.newEnvironment()) {
            assertThat(trace(problem, other, 1))
                    .as("another instance after the close")
                    .isNotEmpty();
        }
    }

    /** An outcome, random actions in the box, and a record of what was seen. */
    private static final class Episode {
        final StepOutcome out;
        final double[] values;
        int recorded;
        private final float[] low;
        private final float[] high;
        private final float[] action;
        private final RandomStream stream;

        Episode(ControlProblem problem, long seed) {
            out = new StepOutcome(
                    problem.observationBox().size(), problem.infoNames().size());
            low = problem.actionBox().low();
            high = problem.actionBox().high();
            action = new float[low.length];
            stream = new RandomStream(seed);
            values = new double[31 * (out.observation.length + out.info.length + 1)];
        }

        float[] nextAction() {
            for (int i = 0; i < action.length; i++) {
                double share = stream.nextDouble();
                action[i] = (float) (low[i] + share * ((double) high[i] - low[i]));
            }
            return action;
        }

        /** Puts in what a step must overwrite. */
        void soil() {
            Arrays.fill(out.observation, Float.NaN);
            Arrays.fill(out.info, Double.NaN);
            out.reward = Double.NaN;
            out.terminated = true;
            out.truncated = true;
        }

        void record() {
            for (float value : out.observation) {
                values[recorded++] = value;
            }
            for (double value : out.info) {
                values[recorded++] = value;
            }
            values[recorded++] = out.reward;
        }
    }
}
