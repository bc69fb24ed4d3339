package org.teleost.solvers.factored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;
import org.teleost.solvers.bench.RockSampleFile;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.file.SourceText;
import org.teleost.solvers.problem.FactoredProblem;
import org.teleost.solvers.tabular.TabularModel;
import org.teleost.solvers.tabular.TabularPomdp;

/** The simulator by variables against the joint table of the same file. */
class FactoredModelTest {
    /** Two cells that are seen, a lamp that is not and follows the cell, two sensors of which one reads the other. */
    private static final String LAMP = "<pomdpx><Discount>0.9</Discount><Variable><StateVar vnamePrev='lamp_0'"
            + " vnameCurr='lamp_1'><ValueEnum>on off dim</ValueEnum></StateVar><StateVar vnamePrev='cell_0'"
            + " vnameCurr='cell_1' fullyObs='true'><NumValues>2</NumValues></StateVar><ObsVar"
            + " vname='eye'><NumValues>2</NumValues></ObsVar><ObsVar"
            + " vname='ear'><NumValues>3</NumValues></ObsVar><ActionVar vname='do'><ValueEnum>go"
            + " look</ValueEnum></ActionVar><ActionVar vname='say'><NumValues>2</NumValues></ActionVar><RewardVar"
            + " vname='r'/></Variable>"
            + "<InitialStateBelief>" + prob("lamp_0", "cell_0", "s0 -", "0.2 0.3 0.5", "s1 -", "uniform")
            + prob("cell_0", "null", "-", "0.75 0.25") + "</InitialStateBelief><StateTransitionFunction>"
            + prob("cell_1", "do cell_0", "look - -", "identity", "go - -", "0.1 0.9 0.6 0.4")
            + prob("lamp_1", "lamp_0 cell_1 say", "- * * -", "identity", "on s1 a1 -", "0.25 0.75 0")
            + "</StateTransitionFunction><ObsFunction>"
            + prob("eye", "do lamp_1", "* * -", "uniform", "look on -", "0.9 0.1")
            + prob("ear", "cell_1 say", "s0 * -", "0.1 0.2 0.7", "s1 - -", "1 0 0 0.5 0.25 0.25") + "</ObsFunction>"
            + "<RewardFunction>" + func("do say", "go a1", "-2") + func("lamp_1 ear", "off o2", "5")
            + func("cell_0 cell_1", "s0 s1", "1.5") + "</RewardFunction></pomdpx>";

    private static String prob(String variable, String parents, String... entries) {
        StringBuilder text = new StringBuilder("<CondProb><Var>" + variable + "</Var><Parent>" + parents + "</Parent>");
        text.append("<Parameter>");
        for (int i = 0; i < entries.length; i += 2) {
            text.append("<Entry><Instance>" + entries[i] + "</Instance><ProbTable>" + entries[i + 1]);
            text.append("</ProbTable></Entry>");
        }
        return text.append("</Parameter></CondProb>").toString();
    }

    private static String func(String parents, String instance, String value) {
        return "<Func><Var>r</Var><Parent>" + parents + "</Parent><Parameter><Entry><Instance>" + instance
                + "</Instance><ValueTable>" + value + "</ValueTable></Entry></Parameter></Func>";
    }

    private static ModelFile read(String text) {
        return ModelFile.read(new SourceText("file.pomdpx", text.getBytes(StandardCharsets.UTF_8), false));
    }

    private static int joint(FactoredPomdp problem, State state) {
        int number = 0;
        for (int i = 0; i < state.ints.length; i++) {
            number = number * problem.states().get(i).size() + state.ints[i];
        }
        return number;
    }

    /** Every state and action, so many samples each, compared with T, Z, R, the end and the likelihood. */
    private static void assertSame(ModelFile file, int samples) {
        FactoredPomdp problem = file.factored().orElseThrow();
        TabularPomdp table = file.table();
        TabularModel joint = new TabularModel(table);
        FactoredModel model = new FactoredModel(problem);
        assertThat(model.actionCount()).isEqualTo(table.actionCount());
        assertThat(model.observationCount()).isEqualTo(joint.observationCount());
        RandomStream stream = new RandomStream(3);
        State state = model.layout().newState();
        State number = joint.layout().newState();
        Outcome out = new Outcome();
        for (int s = 0; s < table.stateCount(); s++) {
            for (int a = 0; a < table.actionCount(); a++) {
                double[] next = new double[table.stateCount()];
                for (int i = 0; i < samples; i++) {
                    JointTable.decode(s, problem.states(), state.ints);
                    assertThat(joint(problem, state)).isEqualTo(s);
                    model.step(state, a, stream, out);
                    int to = joint(problem, state);
                    next[to] += 1.0 / samples;
                    number.ints[0] = to;
                    assertThat(out.terminal).isEqualTo(joint.isTerminal(to));
                    long seen = out.observation % table.observationCount();
                    assertThat(out.reward).isEqualTo(table.reward().at(a, s, to, (int) seen));
                    for (long o = 0; o < model.observationCount(); o++) {
                        assertThat(model.logLikelihood(o, a, state)).isEqualTo(joint.logLikelihood(o, a, number));
                    }
                    assertThat(model.logLikelihood(out.observation, a, state)).isGreaterThan(-50.0);
                }
                for (int to = 0; to < next.length; to++) {
                    double p = table.transition().get(table.row(a, s), to);
                    assertThat(next[to]).isCloseTo(p, within(1e-12 + 5.0 * Math.sqrt(p * (1.0 - p) / samples)));
                }
            }
        }
    }

    @Test
    void simulatesItsJointTable() {
        assertSame(read(LAMP), 2000);
        assertSame(read(RockSampleFile.of(3, 2)), 20);
    }

    @Test
    void whatIsSeenOfTheStartIsDrawnFirstAndTheRestFollowsIt() {
        FactoredPomdp problem = read(LAMP).factored().orElseThrow();
        RandomStream stream = new RandomStream(5);
        FactoredModel model = new FactoredModel(problem);
        State state = model.layout().newState();
        int first = 0;
        int dim = 0;
        for (int i = 0; i < 2000; i++) {
            FactoredModel started = model.withSeenStart(stream);
            started.sampleInitial(state, stream);
            int cell = state.ints[1];
            started.sampleInitial(state, stream);
            assertThat(state.ints[1]).isEqualTo(cell);
            first += cell == 0 ? 1 : 0;
            dim += cell == 0 && state.ints[0] == 2 ? 1 : 0;
        }
        assertThat(first).isBetween(1400, 1600);
        assertThat((double) dim / first).isCloseTo(0.5, within(0.07));
    }

    @Test
    void keepsEveryPromiseOfAModelWithoutAJointTable() {
        FactoredPomdp problem = read(RockSampleFile.of(11, 11)).factored().orElseThrow();
        FactoredProblem named = new FactoredProblem(problem);
        assertThat(problem.stateCount()).isEqualTo(249_856);
        assertThat(named.defaultSteps()).isEqualTo(135);
        assertThat(named.baselines().get(4).name()).isEqualTo("always-sample");
        ModelConformance.check(named.instance(1).model(), ConformanceSettings.defaults())
                .assertPassed();
    }

    @Test
    void planningWithoutADiscountIsRefusedWithTheReason() {
        String endless = LAMP.replace("0.9</Discount>", "1</Discount>");
        assertThat(new FactoredProblem(read(LAMP).factored().orElseThrow()).defaultSteps())
                .isEqualTo(66);
        assertThatThrownBy(() -> read(endless)).hasMessageContainingAll("file.pomdpx:1:", "[0, 1)", "--lenient");
        SourceText lenient = new SourceText("file.pomdpx", endless.getBytes(StandardCharsets.UTF_8), true);
        FactoredPomdp problem = ModelFile.read(lenient).factored().orElseThrow();
        assertThatThrownBy(() -> new FactoredProblem(problem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("discount 1", "infinite", "--horizon 30", "--discount 0.99");
    }
}
