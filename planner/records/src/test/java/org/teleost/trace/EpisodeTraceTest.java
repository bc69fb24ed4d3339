package org.teleost.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.ModelWorld;
import org.teleost.tree.TreeSample;

class EpisodeTraceTest {
    private final WalkModel model = new WalkModel();

    @TempDir
    Path folder;

    private static Decision decision() {
        Decision decision = new Decision();
        decision.action = 1;
        decision.value = 2.5;
        decision.actionRows = 2;
        decision.actions[0] = 1;
        decision.values[0] = 2.5;
        decision.visits[0] = 900;
        decision.standardErrors[0] = 0.125;
        decision.probabilities[0] = 0.75;
        decision.actions[1] = 0;
        decision.values[1] = 1.5;
        decision.standardErrors[1] = Double.NaN;
        decision.observationRows = 1;
        decision.observations[0] = Long.MIN_VALUE;
        decision.observationProbabilities[0] = 0.5;
        decision.nodes = 40;
        decision.planningNanos = 123456789;
        decision.overshootNanos = 77;
        return decision;
    }

    /** Runs the walk and returns the cells before each step. */
    private int[] record(Path file, int steps, boolean close) throws IOException {
        ModelWorld world = new ModelWorld(model, 5);
        ParticleBelief belief = new ParticleBelief(model.layout(), 1000);
        belief.sampleInitial(model, 5);
        Outcome outcome = new Outcome();
        int[] cells = new int[steps];
        EpisodeTraceWriter writer = new EpisodeTraceWriter(file, model, 5, Map.of("budget", "100ms"));
        for (int t = 0; t < steps; t++) {
            cells[t] = world.state().ints[0];
            writer.planned(world.state(), belief, new BeliefHealth(), decision());
            world.step(t % 3 == 0 ? 0 : 1, outcome);
            writer.executed(t % 3 == 0 ? 0 : 1, outcome, world.state());
        }
        assertThat(writer.steps()).isEqualTo(steps);
        if (close) {
            writer.close();
        }
        return cells;
    }

    @Test
    void stepsAreReadByIndexInAnyOrder() throws IOException {
        Path file = folder.resolve("walk.mcap");
        int[] cells = record(file, 100, true);
        try (EpisodeTraceReader reader = EpisodeTraceReader.open(file)) {
            assertThat(reader.complete()).isTrue();
            assertThat(reader.model()).isEqualTo("walk");
            assertThat(reader.seed()).hasValue(5);
            assertThat(reader.version()).isEqualTo(1);
            assertThat(reader.configuration()).isEqualTo(Map.of("budget", "100ms"));
            assertThat(reader.stepCount()).isEqualTo(100);
            for (int t : new int[] {99, 0, 57, 16, 15, 98}) {
                Object step = MiniJson.parse(reader.step(t).orElseThrow());
                assertThat(MiniJson.at(step, "t")).isEqualTo((double) t);
                assertThat(MiniJson.at(step, "state.ints.cell")).isEqualTo((double) cells[t]);
                assertThat(MiniJson.at(step, "state.history.seen")).isEqualTo((double) t);
            }
            assertThat(reader.step(100)).isEmpty();
            assertThat(reader.step(-1)).isEmpty();
            assertThat(McapFiles.texts(reader.steps(90))).hasSize(10);
            assertThat(reader.mcap().verify()).isEmpty();
        }
    }

    @Test
    void stepHoldsEverythingThatWasThere() throws IOException {
        Path file = folder.resolve("walk.mcap");
        record(file, 2, true);
        try (EpisodeTraceReader reader = EpisodeTraceReader.open(file)) {
            Object step = MiniJson.parse(reader.step(0).orElseThrow());
            assertThat(MiniJson.at(step, "action.text")).isEqualTo("go \"left\"");
            assertThat(MiniJson.at(step, "reward")).isEqualTo(-0.25);
            assertThat(MiniJson.at(step, "terminal")).isEqualTo(false);
            double cell = (Double) MiniJson.at(step, "nextState.ints.cell");
            assertThat(MiniJson.at(step, "observation.key")).isEqualTo(Long.toString((1L << 60) + (long) cell));
            assertThat(MiniJson.at(step, "belief.size")).isEqualTo(1000.0);
            assertThat((List<?>) MiniJson.at(step, "belief.particles.weights")).hasSize(BeliefSample.LIMIT);
            assertThat((List<?>) MiniJson.at(step, "belief.particles.ints.cell"))
                    .hasSize(BeliefSample.LIMIT);
            assertThat(MiniJson.at(step, "belief.particles.floats.speed.0")).isEqualTo(0.5);
            assertThat(MiniJson.at(step, "beliefHealth.level")).isEqualTo("HEALTHY");
            assertThat(MiniJson.at(step, "beliefHealth.trustworthy")).isEqualTo(true);
            assertThat(MiniJson.at(step, "decision.gap")).isEqualTo(1.0);
            assertThat(MiniJson.at(step, "decision.actions.0.text")).isEqualTo("go\tright \u2192");
            assertThat(MiniJson.at(step, "decision.actions.0.visits")).isEqualTo(900.0);
            assertThat(MiniJson.at(step, "decision.actions.0.standardError")).isEqualTo(0.125);
            assertThat(MiniJson.at(step, "decision.actions.1.standardError")).isNull();
            assertThat(MiniJson.at(step, "decision.observations.0.key")).isEqualTo("-9223372036854775808");
            assertThat(MiniJson.at(step, "decision.tree.nodes")).isEqualTo(40.0);
            assertThat(MiniJson.at(step, "decision.planningNanos")).isEqualTo(123456789.0);
            assertThat(MiniJson.at(step, "decision.overshootNanos")).isEqualTo(77.0);
        }
    }

    @Test
    void absentPartsAreLeftOut() throws IOException {
        Path file = folder.resolve("robot.mcap");
        Outcome outcome = new Outcome();
        outcome.set(1.0, 2, true);
        try (EpisodeTraceWriter writer = new EpisodeTraceWriter(file, model, 1, Map.of())) {
            writer.planned(null, null, null, null);
            writer.executed(0, outcome, null);
            writer.planned(null, null, null, decision());
        }
        try (EpisodeTraceReader reader = EpisodeTraceReader.open(file)) {
            assertThat(MiniJson.names(MiniJson.parse(reader.step(0).orElseThrow())))
                    .containsExactly("t", "action", "reward", "observation", "terminal");
            assertThat(MiniJson.names(MiniJson.parse(reader.step(1).orElseThrow())))
                    .containsExactly("t", "decision");
        }
    }

    @Test
    void treeOfADecisionIsReadBesideItsStep() throws IOException {
        Path file = folder.resolve("tree.mcap");
        PlannerSettings settings =
                PlannerSettings.defaults().withThreads(1).withParticles(100).with(s -> s.memoryBytes = 16L << 20);
        ParticleBelief belief = new ParticleBelief(model.layout(), 100);
        belief.sampleInitial(model, 5);
        TreeSample tree = new TreeSample();
        Outcome outcome = new Outcome();
        outcome.set(1.0, 2, false);
        try (Planner planner = new Planner(model, settings);
                EpisodeTraceWriter writer = new EpisodeTraceWriter(file, model, 1, Map.of())) {
            assertThatThrownBy(() -> writer.tree(tree)).isInstanceOf(IllegalStateException.class);
            for (int t = 0; t < 3; t++) {
                Decision decision = planner.plan(belief, Budget.ofEpisodes(400));
                writer.planned(null, belief, null, decision);
                if (t != 1) {
                    planner.sampleTree(50 + t, tree);
                    writer.tree(tree);
                }
                writer.executed(decision.action, outcome, null);
            }
        }
        try (EpisodeTraceReader reader = EpisodeTraceReader.open(file)) {
            assertThat(reader.stepCount()).isEqualTo(3);
            assertThat(reader.tree(1)).isEmpty();
            assertThat(reader.tree(3)).isEmpty();
            Object last = MiniJson.parse(reader.tree(2).orElseThrow());
            assertThat(MiniJson.at(last, "t")).isEqualTo(2.0);
            assertThat(MiniJson.at(last, "version")).isEqualTo(1.0);
            for (String column : List.of("parent", "depth", "action", "observation", "visits", "value")) {
                assertThat((List<?>) MiniJson.at(last, column)).as(column).hasSize(52);
            }
            assertThat(MiniJson.at(last, "parent.0")).isEqualTo(-1.0);
            assertThat(MiniJson.at(last, "visits.0")).isEqualTo(400.0);
            assertThat(MiniJson.at(last, "actions.0.text")).isEqualTo("go \"left\"");
            assertThat((String) MiniJson.at(last, "observations.0.key")).startsWith("11529215046068469");
            assertThat(reader.mcap().verify()).isEmpty();
        }
    }

    @Test
    void crashLosesNoMoreThanTheOpenChunk() throws IOException {
        Path file = folder.resolve("crash.mcap");
        record(file, 40, false);
        try (EpisodeTraceReader reader = EpisodeTraceReader.open(file)) {
            assertThat(reader.complete()).isFalse();
            assertThat(reader.stepCount()).isEqualTo(32);
            assertThat(reader.step(31)).isPresent();
            assertThat(reader.model()).isEqualTo("walk");
        }
    }

    @Test
    void terminalStepIsVisibleAtOnce() throws IOException {
        Path file = folder.resolve("end.mcap");
        Outcome outcome = new Outcome();
        outcome.set(1.0, 2, true);
        try (EpisodeTraceWriter writer = new EpisodeTraceWriter(file, model, 1, Map.of())) {
            writer.planned(null, null, null, null);
            writer.executed(0, outcome, null);
            try (EpisodeTraceReader reader = EpisodeTraceReader.open(file)) {
                assertThat(reader.stepCount()).isEqualTo(1);
            }
        }
    }

    @Test
    void damagedChunkLeavesAHoleOfSixteenSteps() throws IOException {
        Path file = folder.resolve("hole.mcap");
        record(file, 64, true);
        byte[] content = Files.readAllBytes(file);
        content[(int) McapFiles.chunkIndexes(file).get(1).offset() + 9000] ^= 4;
        Files.write(file, content);
        try (EpisodeTraceReader reader = EpisodeTraceReader.open(file)) {
            assertThat(reader.stepCount()).isEqualTo(64);
            assertThat(reader.step(15)).isPresent();
            assertThat(reader.step(16)).isEmpty();
            assertThat(reader.step(31)).isEmpty();
            assertThat(reader.step(32)).isPresent();
            assertThat(reader.damage()).singleElement().satisfies(damage -> {
                assertThat(damage.startTime()).isEqualTo(16 * EpisodeTraceWriter.STEP_NANOS);
                assertThat(damage.messages()).isEqualTo(16);
            });
        }
    }

    @Test
    void halvesOfAStepMustAlternate() throws IOException {
        try (EpisodeTraceWriter writer = new EpisodeTraceWriter(folder.resolve("x.mcap"), model, 1, Map.of())) {
            assertThatThrownBy(() -> writer.executed(0, new Outcome(), null))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("step 0");
            writer.planned(null, null, null, null);
            assertThatThrownBy(() -> writer.planned(null, null, null, null))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("planned twice");
        }
    }

    @Test
    void otherMcapFilesAndNewerTracesAreRefused() throws IOException {
        Path file = folder.resolve("other.mcap");
        McapFiles.write(file, 3, 2);
        assertThatThrownBy(() -> EpisodeTraceReader.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not an episode trace");
        try (McapWriter writer = new McapWriter(file)) {
            writer.metadata("teleost.trace", Map.of("version", "2"));
            writer.addChannel(writer.addSchema("teleost.Step", "jsonschema", new byte[0]), "/step", "json", Map.of());
        }
        assertThatThrownBy(() -> EpisodeTraceReader.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void schemaIsJson() throws IOException {
        Path file = folder.resolve("walk.mcap");
        record(file, 1, true);
        try (EpisodeTraceReader reader = EpisodeTraceReader.open(file)) {
            Object schema = MiniJson.parse(reader.mcap().schemas().get(0).text());
            assertThat(MiniJson.at(schema, "title")).isEqualTo("teleost.Step");
            Object step = MiniJson.parse(reader.step(0).orElseThrow());
            assertThat(MiniJson.names(step)).isEqualTo(MiniJson.names(MiniJson.at(schema, "properties")));
        }
    }

    @Test
    void largeBeliefIsThinnedWithoutBias() {
        ParticleBelief belief = new ParticleBelief(model.layout(), 10_000);
        State state = model.layout().newState();
        for (int i = 0; i < 10_000; i++) {
            state.ints[0] = i % 4;
            belief.store(i, state);
            belief.setWeight(i, i % 4 == 3 ? 0.0 : i == 0 ? 0.25 : 1.0e-4);
        }
        belief.normalise();
        BeliefSample sample = new BeliefSample(model.layout());
        sample.take(belief);
        double[] mass = new double[4];
        for (int i = 0; i < sample.count; i++) {
            mass[sample.particles[i].ints[0]] += sample.weights[i];
        }
        // 0.25 + 2499e-4 for cell 0, 0.25 each for cells 1 and 2, all over 0.9999
        assertThat(Arrays.stream(mass).sum()).isEqualTo(1.0);
        assertThat(mass[0]).isBetween(0.45, 0.55);
        assertThat(mass[1]).isBetween(0.2, 0.3);
        assertThat(mass[3]).isZero();
        assertThat(sample.weights[0]).isBetween(0.24, 0.26);
    }

    @Test
    void smallAndBrokenBeliefsAreKeptAsTheyAre() {
        for (int size : new int[] {1, 4, 255, 256, 257, 600}) {
            ParticleBelief belief = new ParticleBelief(model.layout(), size);
            BeliefSample sample = new BeliefSample(model.layout());
            sample.take(belief);
            assertThat(sample.count).isEqualTo(Math.min(size, BeliefSample.LIMIT));
            assertThat(Arrays.stream(sample.weights, 0, sample.count).sum()).isBetween(1 - 1e-12, 1 + 1e-12);
            for (int i = 0; i < size; i++) {
                belief.setWeight(i, 0.0);
            }
            sample.take(belief);
            assertThat(sample.count).isBetween(1, BeliefSample.LIMIT);
            assertThat(sample.weights[0]).isZero();
        }
    }
}
