package org.teleost.solvers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.solvers.factored.SingleVariable;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.PolicyGraph;
import org.teleost.solvers.policy.SparseBelief;
import org.teleost.solvers.sarsop.Sarsop;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.solvers.value.StartValues;

/** What is written is read again as the same. */
class WritersTest {
    private static final String COSTS =
            "discount: 0.9 values: cost states: a-1 b actions: 2 observations: x y start: 0.3 0.7 T: 0 0.1 0.9 1 0 T:"
                    + " 1 uniform O: * 0.25 0.75 1 0 R: * : * : * : * 1 R: 0 : b : a-1 : y -2.5e-3 R: 1 : * : b : * 7";

    @TempDir
    private Path folder;

    private TabularPomdp again(String name) {
        return ModelFile.read(folder.resolve(name), false).table();
    }

    private static ModelFile source(String text) {
        return ModelFile.read(new SourceText("costs.pomdp", text.getBytes(StandardCharsets.UTF_8), false));
    }

    @Test
    void pomdpKeepsEverything() throws IOException {
        TabularPomdp model = source(COSTS).table();
        PomdpWriter.write(folder.resolve("costs.pomdp"), model);
        TabularPomdp read = again("costs.pomdp");
        assertThat(read.cost()).isTrue();
        assertThat(read.states()).isEqualTo(model.states());
        assertThat(read.actions()).isEqualTo(model.actions());
        assertThat(read.observations()).isEqualTo(model.observations());
        assertThat(read.start()).containsExactly(model.start());
        assertThat(read.transition()).isEqualTo(model.transition());
        assertThat(read.observation()).isEqualTo(model.observation());
        assertThat(read.expected()).containsExactly(model.expected());
        assertThat(read.reward().at(0, 1, 0, 1)).isEqualTo(2.5e-3);
    }

    @Test
    void pomdpxKeepsTables() throws IOException {
        TabularPomdp model = source(COSTS).table();
        PomdpxWriter.write(folder.resolve("costs.pomdpx"), SingleVariable.of(model));
        TabularPomdp read = again("costs.pomdpx");
        assertThat(read.start()).containsExactly(model.start());
        assertThat(read.transition()).isEqualTo(model.transition());
        assertThat(read.observation()).isEqualTo(model.observation());
        assertThat(read.expected()).containsExactly(model.expected());
    }

    @Test
    void variablesAndWhatIsSeenSurvive() throws IOException {
        ModelFile lamp = ModelFile.read(
                new SourceText("lamp.pomdpx", PomdpxReaderTest.LAMP.getBytes(StandardCharsets.UTF_8), false));
        PomdpxWriter.write(folder.resolve("lamp.pomdpx"), lamp.factored().orElseThrow());
        assertThat(again("lamp.pomdpx").transition()).isEqualTo(lamp.table().transition());
        assertThat(again("lamp.pomdpx").observedPart())
                .containsExactly(lamp.table().observedPart());
        // as a plain table the cell is part of the observation
        PomdpWriter.write(folder.resolve("lamp.pomdp"), lamp.table());
        TabularPomdp plain = again("lamp.pomdp");
        assertThat(plain.observationCount()).isEqualTo(4);
        assertThat(StartValues.of(plain).qmdp())
                .isEqualTo(StartValues.of(lamp.table()).qmdp());
        assertThat(bounds(plain).lower()).isEqualTo(bounds(lamp.table()).lower());
    }

    private static org.teleost.solvers.policy.Bounds bounds(TabularPomdp model) {
        Sarsop.Limits limits = new Sarsop.Limits(60, 1e-6, 200);
        return new Sarsop(model, limits).run(limits, b -> {}, () -> false);
    }

    @Test
    void policiesOfAllFormatsSayTheSame() throws IOException {
        TabularPomdp model = ModelFile.read(
                        new SourceText("lamp.pomdpx", PomdpxReaderTest.LAMP.getBytes(StandardCharsets.UTF_8), false))
                .table();
        Sarsop.Limits limits = new Sarsop.Limits(60, 1e-3);
        Sarsop solver = new Sarsop(model, limits);
        solver.run(limits, b -> {}, () -> false);
        AlphaSet policy = solver.policy();
        SparseBelief belief = new SparseBelief(new int[] {0, 1}, new double[] {0.3, 0.7});
        for (String name : new String[] {"p.alpha", "p.xml", "p.policy"}) {
            Path file = folder.resolve(name);
            PolicyFile.write(file, policy, model);
            AlphaSet read = PolicyFile.read(file, model);
            assertThat(read.value(belief)).isEqualTo(policy.value(belief));
            assertThat(read.best(belief).action()).isEqualTo(policy.best(belief).action());
        }
    }

    @Test
    void planesOfZmdpAreReadAndWritten() throws IOException {
        TabularPomdp model = source(COSTS).table();
        String text = """
            # comment
            {
             policyType => "MaxPlanesLowerBound",
             numPlanes => 2,
             planes => [
              { action => 1,
             numEntries => 1,
             entries => [ 1, -2.5 ] },
             { action => 0, observed state val => 0, numEntries => 2, entries => [ 0, 1, 1, 2 ] } ] }
            """;
        AlphaSet policy = PolicyFile.read(new SourceText("p", text.getBytes(StandardCharsets.UTF_8), false), model);
        assertThat(policy.vectors()).hasSize(2);
        assertThat(policy.value(SparseBelief.of(new double[] {0.5, 0.5}))).isEqualTo(1.5);
        PolicyFile.write(folder.resolve("p.policy"), policy, model);
        AlphaSet read = PolicyFile.read(folder.resolve("p.policy"), model);
        assertThat(read.vectors().get(0).states()).containsExactly(1);
        assertThat(read.vectors().get(0).values()).containsExactly(-2.5);
        assertThatThrownBy(() -> PolicyFile.read(
                        new SourceText(
                                "p",
                                text.replace("action => 1", "action => 7").getBytes(StandardCharsets.UTF_8),
                                false),
                        model))
                .hasMessageContaining("p:6:15: read '7', expected an action from 0 to 1");
    }

    @Test
    void vectorsOfAnotherProblemAreRefusedWithThePlace() {
        TabularPomdp model = source(COSTS).table();
        SourceText three = new SourceText("p.alpha", "0\n1 2 3\n".getBytes(StandardCharsets.UTF_8), false);
        assertThatThrownBy(() -> PolicyFile.read(three, model)).hasMessageContaining("p.alpha:2:5: read '3'");
        SourceText xml = new SourceText(
                "p.xml",
                "<Policy type=\"value\"><AlphaVector><Vector action=\"0\" obsValue=\"0\">1</Vector></AlphaVector></Policy>"
                        .getBytes(StandardCharsets.UTF_8),
                false);
        assertThatThrownBy(() -> PolicyFile.read(xml, model)).hasMessageContaining("has 1 numbers, expected 2");
    }

    @Test
    void graphsTakeAllThreeSignsForNothing() throws IOException {
        TabularPomdp model = source(COSTS).table();
        SourceText text = new SourceText("p.pg", "0 1 0 X\n1 0 - -2\n".getBytes(StandardCharsets.UTF_8), false);
        PolicyGraph graph = GraphPolicy.read(text, model);
        assertThat(graph.next()[0]).containsExactly(0, PolicyGraph.IMPOSSIBLE);
        assertThat(graph.next()[1]).containsExactly(PolicyGraph.IMPOSSIBLE, PolicyGraph.UNKNOWN);
        GraphPolicy.write(folder.resolve("p.pg"), graph);
        assertThat(Files.readString(folder.resolve("p.pg"))).isEqualTo("0 1 0 X\n1 0 X -2\n");
        SourceText missing = new SourceText("p.pg", "0 1 0 4\n".getBytes(StandardCharsets.UTF_8), false);
        assertThatThrownBy(() -> GraphPolicy.read(missing, model)).hasMessageContaining("node 4 is named and missing");
    }
}
