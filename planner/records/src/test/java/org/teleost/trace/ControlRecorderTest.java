package org.teleost.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.Signal;
import org.teleost.problem.StepOutcome;

class ControlRecorderTest {
    @TempDir
    private Path folder;

    /** A counter that adds up its actions. */
    private record Counter() implements ControlProblem {
        @Override
        public String name() {
            return "counter";
        }

        @Override
        public String summary() {
            return "Counts";
        }

        @Override
        public Box observationBox() {
            return Box.unbounded(1);
        }

        @Override
        public Box actionBox() {
            return Box.uniform(1, -1, 2);
        }

        @Override
        public int stepLimit() {
            return 3;
        }

        @Override
        public List<String> infoNames() {
            return List.of("twice");
        }

        @Override
        public List<Signal> signals() {
            return List.of(
                    Signal.scalar("sum", "m", 0, 9),
                    Signal.field("field", "1/s", 2, 3, -1, 1, new Signal.Extent(0, 3, 0, 2)));
        }

        @Override
        public Environment newEnvironment() {
            return new Counting();
        }
    }

    private static final class Counting implements Environment {
        private float sum;
        private int steps;

        @Override
        public void reset(long seed, float[] observation) {
            sum = seed;
            steps = 0;
            observation[0] = sum;
        }

        @Override
        public void step(float[] action, StepOutcome out) {
            sum += action[0];
            steps++;
            out.observation[0] = sum;
            out.info[0] = 2 * sum;
            out.reward = -sum;
            out.terminated = false;
            out.truncated = steps == 3;
        }

        @Override
        public void readSignal(int signal, float[] out) {
            Arrays.fill(out, signal == 0 ? sum : steps);
        }
    }

    private Path record() throws IOException {
        Path file = folder.resolve("counter.mcap");
        ControlProblem problem = new Counter();
        float[] observation = new float[1];
        float[] action = {1.5f};
        StepOutcome outcome = new StepOutcome(1, 1);
        try (Environment environment = problem.newEnvironment();
                ControlRecorder recorder =
                        new ControlRecorder(file, problem, 4, "always 1.5", Map.of("episodes", "1"))) {
            environment.reset(4, observation);
            recorder.started(environment, observation);
            for (int step = 0; step < 3; step++) {
                environment.step(action, outcome);
                recorder.stepped(environment, action, outcome);
            }
        }
        return file;
    }

    @Test
    void describesTheProblem() throws IOException {
        try (ControlTraceReader trace = new ControlTraceReader(McapReader.open(record()))) {
            ControlDescription description = trace.description();
            assertThat(description.problem()).isEqualTo("counter");
            assertThat(description.seed()).isEqualTo(4);
            assertThat(description.actor()).isEqualTo("always 1.5");
            assertThat(description.action().low()).containsExactly(-1);
            assertThat(description.action().high()).containsExactly(2);
            assertThat(description.observation().low()).containsExactly(Float.NEGATIVE_INFINITY);
            assertThat(description.infoNames()).containsExactly("twice");
            assertThat(description.signals()).hasSize(2);
            assertThat(description.signals().get(1).extent()).isNotNull();
            assertThat(description.signals().get(1).extent().right()).isEqualTo(3);
            assertThat(trace.configuration()).containsEntry("episodes", "1");
        }
    }

    @Test
    void hasAStepMoreThanTheEpisodeForTheStateAtItsEnd() throws IOException {
        try (ControlTraceReader trace = new ControlTraceReader(McapReader.open(record()))) {
            assertThat(trace.complete()).isTrue();
            assertThat(trace.stepCount()).isEqualTo(4);
            assertThat(trace.step(0))
                    .hasValue("{\"t\":0,\"observation\":[4.0],\"action\":[1.5],\"reward\":-5.5,"
                            + "\"info\":{\"twice\":11.0},\"terminated\":false,\"truncated\":false}");
            assertThat(trace.step(2).orElseThrow()).contains("\"truncated\":true");
            assertThat(trace.step(3)).hasValue("{\"t\":3,\"observation\":[8.5]}");
            assertThat(trace.step(4)).isEmpty();
            assertThat(trace.signals(3).orElseThrow())
                    .startsWith("{\"t\":3,\"signals\":{\"sum\":{\"encoding\":\"f32\"");
        }
    }
}
