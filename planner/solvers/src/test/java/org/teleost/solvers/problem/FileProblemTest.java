package org.teleost.solvers.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.plan.PlannerSettings;
import org.teleost.random.RandomStream;
import org.teleost.settings.ValueRule;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.file.SourceText;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.AlphaVector;
import org.teleost.solvers.tabular.TabularModel;
import org.teleost.solvers.tabular.TabularPomdp;

class FileProblemTest {
    private static final String TIGER = "discount: 0.95 values: reward states: l r actions: listen left right"
            + " observations: l r start: 0.5 0.5 T: listen identity T: left uniform T: right uniform"
            + " O: listen 0.85 0.15 0.15 0.85 O: left uniform O: right uniform"
            + " R: listen : * : * : * -1 R: left : l : * : * -100 R: left : r : * : * 10"
            + " R: right : l : * : * 10 R: right : r : * : * -100";

    private static TabularPomdp read(String text) {
        return ModelFile.read(new SourceText("tiger.pomdp", text.getBytes(StandardCharsets.UTF_8), false))
                .table();
    }

    @Test
    void theSimulatorKeepsEveryPromiseOfAModel() {
        ModelConformance.check(new TabularModel(read(TIGER)), ConformanceSettings.defaults())
                .assertPassed();
        GenerativeModel leaf = new FileProblem(read(TIGER)).instance(1).model();
        ModelConformance.check(leaf, ConformanceSettings.defaults()).assertPassed();
    }

    @Test
    void historyLanesAreTheExactBeliefAndTheLeafIsTheBestVector() {
        GenerativeModel model = new FileProblem(read(TIGER)).instance(1).model();
        State state = model.layout().newState();
        model.initialHistory(state);
        assertThat(model.heuristicValue(state)).isCloseTo(19.371, within(2e-3));
        model.updateHistory(state, 0, 0);
        assertThat(state.history[0]).isCloseTo(0.85f, within(1e-6f));
        model.updateHistory(state, 0, 0);
        assertThat(state.history[0]).isCloseTo((float) (0.7225 / (0.7225 + 0.0225)), within(1e-6f));
    }

    /** An episode that goes on is not in a terminal state, whatever was observed. */
    @Test
    void lanesKnowThatTheEpisodeGoesOn() {
        String fuse = "discount: 0.9 values: reward states: long short out actions: wait observations: none"
                + " start: 0.5 0.5 0 T: wait 0.9 0 0.1 0 0.2 0.8 0 0 1 O: wait uniform R: wait : long : * : * 1";
        GenerativeModel model = new FileProblem(read(fuse)).instance(1).model();
        State state = model.layout().newState();
        model.initialHistory(state);
        model.updateHistory(state, 0, 0);
        assertThat(state.history[0]).isCloseTo(0.9f / 1.1f, within(1e-6f));
        assertThat(state.history[1]).isCloseTo(0.2f / 1.1f, within(1e-6f));
        assertThat(state.history[2]).isZero();
        assertThat(model.heuristicValue(state)).isCloseTo(0.9 / 1.1 / (1.0 - 0.9 * 0.9), within(1e-5));
    }

    @Test
    void boundsOfTheOptimumAreKnown() {
        assertThat(new FileProblem(read(TIGER)).bounds().orElseThrow().lower()).isCloseTo(19.371, within(2e-3));
    }

    @Test
    void givenVectorsAreTheLeafValueAndHalfOfTheProposals() {
        AlphaVector listen = new AlphaVector(0, null, new double[] {-20.0, -20.0});
        AlphaVector left = new AlphaVector(1, null, new double[] {-119.0, 100.0});
        FileProblem problem = new FileProblem(read(TIGER));
        problem.useLeaf(new AlphaSet(List.of(listen, left)), "mine");
        assertThat(problem.name()).isEqualTo("tiger-with-mine");
        GenerativeModel model = problem.instance(1).model();
        State state = model.layout().newState();
        state.history[0] = 0.5f;
        state.history[1] = 0.5f;
        assertThat(model.heuristicValue(state)).isCloseTo(-9.5, within(1e-6));
        state.history[0] = 0.75f;
        state.history[1] = 0.25f;
        assertThat(model.heuristicValue(state)).isCloseTo(-20.0, within(1e-6));
        RandomStream stream = new RandomStream(7);
        int listens = 0;
        for (int i = 0; i < 3000; i++) {
            listens += model.proposeAction(state, stream) == 0 ? 1 : 0;
        }
        assertThat(listens).isBetween(1900, 2100);
        assertThat(problem.bounds().orElseThrow().lower()).isCloseTo(19.371, within(2e-3));
    }

    @Test
    void nodesKeepTheVectorsValueAmongTheirEpisodes() {
        assertThat(new FileProblem(read(TIGER)).defaultSettings().valueRule()).isEqualTo(ValueRule.LEAF_AND_MEAN);
        String wide = "discount: 0.9 values: reward states: 1001 actions: 1 observations: 1 T: 0 identity O: 0 uniform";
        assertThat(new FileProblem(read(wide)).defaultSettings().valueRule())
                .isEqualTo(PlannerSettings.defaults().valueRule());
    }

    @Test
    void vectorsOverTooManyStatesAreRefused() {
        String wide = "discount: 0.9 values: reward states: 5000 actions: 1 observations: 1 T: 0 identity O: 0 uniform";
        FileProblem problem = new FileProblem(read(wide));
        AlphaSet vectors = new AlphaSet(List.of(new AlphaVector(0, null, new double[5000])));
        assertThatThrownBy(() -> problem.useLeaf(vectors, "zero")).hasMessageContainingAll("5000", "at most 4096");
    }

    @Test
    void undiscountedProblemsAreRefusedWithTheReason() {
        TabularPomdp model = read(TIGER.replace("0.95", "1.0"));
        assertThatThrownBy(() -> new FileProblem(model)).hasMessageContainingAll("discount 1", "--discount 0.99");
    }

    @Test
    void episodesHaveAStepAtLeast() {
        String idle = "discount: 0.9 values: reward states: 1 actions: 1 observations: 1 T: 0 identity O: 0 uniform";
        assertThat(new FileProblem(read(idle)).defaultSteps()).isEqualTo(1);
        assertThat(new FileProblem(read(TIGER)).defaultSteps()).isEqualTo(135);
    }

    @Test
    void aSimulatorsTableIsTheTableThatItSimulates() {
        TabularPomdp table = read(TIGER);
        Enumeration.Result result = Enumeration.of(new TabularModel(table));
        assertThat(result.sampled()).isTrue();
        TabularPomdp found = result.table();
        assertThat(found.stateCount()).isEqualTo(2);
        assertThat(found.start()).containsExactly(0.5, 0.5);
        assertThat(found.transition().get(0, 0)).isEqualTo(1.0);
        assertThat(found.transition().get(2, 0)).isEqualTo(0.5);
        assertThat(found.observation().value).containsOnly(0.85, 0.15, 0.5);
        assertThat(found.expected()[0]).isEqualTo(-1.0);
    }
}
