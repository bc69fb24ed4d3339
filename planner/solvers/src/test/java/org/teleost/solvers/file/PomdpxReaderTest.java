package org.teleost.solvers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.teleost.solvers.factored.JointTable;
import org.teleost.solvers.tabular.TabularPomdp;

/** A robot that is seen moves between two cells; a lamp that is not seen may be on, and a sensor of it lies. */
class PomdpxReaderTest {
    private static final String HEAD = """
        <?xml version="1.0" encoding="ISO-8859-1"?>
        <pomdpx version="0.1" id="lamp">
        <Discount>0.9</Discount>
        <Variable>
        <StateVar vnamePrev="cell_0" vnameCurr="cell_1" fullyObs="true"><NumValues>2</NumValues></StateVar>
        <StateVar vnamePrev="lamp_0" vnameCurr="lamp_1"><ValueEnum>on off</ValueEnum></StateVar>
        <ObsVar vname="eye"><NumValues>2</NumValues></ObsVar>
        <ActionVar vname="do"><ValueEnum>go look</ValueEnum></ActionVar>
        <RewardVar vname="the reward"/>
        </Variable>
        """;

    private static String prob(String var, String parents, String parameter) {
        return "<CondProb><Var>" + var + "</Var><Parent>" + parents + "</Parent>" + parameter + "</CondProb>\n";
    }

    private static String table(String... instancesAndValues) {
        StringBuilder text = new StringBuilder("<Parameter type=\"TBL\">");
        for (int i = 0; i < instancesAndValues.length; i += 2) {
            text.append("<Entry><Instance>").append(instancesAndValues[i]).append("</Instance><ProbTable>");
            text.append(instancesAndValues[i + 1]).append("</ProbTable></Entry>");
        }
        return text.append("</Parameter>").toString();
    }

    private static final String START = "<InitialStateBelief>"
            + prob("cell_0", "null", table("s0", "1", "s1", "0"))
            + prob("lamp_0", "null", table("-", "uniform")) + "</InitialStateBelief>";
    private static final String MOVES = "<StateTransitionFunction>"
            + prob("cell_1", "do cell_0", table("* - -", "identity", "go - -", "0 1 1 0"))
            + prob("lamp_1", "lamp_0 cell_1", table("- * -", "identity", "on s1 -", "0.25 0.75"))
            + "</StateTransitionFunction>";
    private static final String SEES = "<ObsFunction>"
            + prob("eye", "do lamp_1", table("* * -", "uniform", "look - -", "0.8 0.2 0.3 0.7")) + "</ObsFunction>";
    private static final String REWARDS = """
        <RewardFunction>
        <Func><Var>the reward</Var><Parent>do</Parent><Parameter>
        <Entry><Instance>-</Instance><ValueTable>-1 -2</ValueTable></Entry></Parameter></Func>
        <Func><Var>the reward</Var><Parent>cell_0 lamp_1</Parent><Parameter type="TBL">
        <Entry><Instance>s1 on</Instance><ValueTable>10</ValueTable></Entry></Parameter></Func>
        </RewardFunction>
        """;

    static final String LAMP = HEAD + START + MOVES + SEES + REWARDS + "</pomdpx>";

    static TabularPomdp read(String text, boolean lenient) {
        SourceText source = new SourceText("lamp.pomdpx", text.getBytes(StandardCharsets.UTF_8), lenient);
        return JointTable.of(PomdpxReader.read(source));
    }

    private static void assertError(String text, String... parts) {
        assertThatThrownBy(() -> read(text, false))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("lamp.pomdpx:")
                .hasMessageContainingAll(parts);
    }

    @Test
    void tablesAreMultipliedOut() {
        TabularPomdp model = read(LAMP, false);
        assertThat(model.states().get(2)).isEqualTo("s1-on");
        assertThat(model.start()).containsExactly(0.5, 0.5, 0.0, 0.0);
        // go from cell 0 with the lamp on: cell 1, where it goes out with 0.75
        assertThat(model.transition().get(0, 2)).isEqualTo(0.25);
        assertThat(model.transition().get(0, 3)).isEqualTo(0.75);
        assertThat(model.transition().get(model.row(1, 2), 2)).isEqualTo(0.25);
        assertThat(model.observation().get(model.row(1, 1), 1)).isEqualTo(0.7);
        assertThat(model.observation().get(model.row(0, 1), 1)).isEqualTo(0.5);
        // rewards add up; the lamp's is that of the state after the step
        assertThat(model.expected()[model.row(1, 2)]).isEqualTo(-2.0 + 0.25 * 10.0);
        assertThat(model.expected()[model.row(0, 2)]).isEqualTo(-1.0 + 10.0);
        assertThat(model.observedPart()).containsExactly(0, 0, 1, 1);
    }

    @Test
    void diagramsSayTheSameAsTables() {
        String diagram = """
            <Parameter type="DD"><DAG><Node var="cell_1">
            <Edge val="s0"><SubDAG type="persistent" var="lamp_1"/></Edge>
            <Edge val="s1"><Node var="lamp_0">
            <Edge val="on"><SubDAG type="template" idref="out"/></Edge>
            <Edge val="off"><SubDAG type="deterministic" var="lamp_1" val="off"/></Edge>
            </Node></Edge></Node></DAG>
            <SubDAGTemplate id="out"><Node var="lamp_1"><Edge val="on"><Terminal>0.25</Terminal></Edge>
            <Edge val="off"><Terminal>0.75</Terminal></Edge></Node></SubDAGTemplate></Parameter>
            """;
        String moves = "<StateTransitionFunction>"
                + prob("cell_1", "do cell_0", table("* - -", "identity", "go - -", "0 1 1 0"))
                + prob("lamp_1", "lamp_0 cell_1", diagram) + "</StateTransitionFunction>";
        TabularPomdp model = read(LAMP.replace(MOVES, moves), false);
        assertThat(model.transition()).isEqualTo(read(LAMP, false).transition());
    }

    @Test
    void errorsNameThePlaceAndTheWayOut() {
        assertError(LAMP.replace(">0.9<", ">1.5<"), "lamp.pomdpx:3:11", "[0, 1)");
        assertError(LAMP.replace("0.8 0.2 0.3 0.7", "0.8 0.2 0.3"), "has 3 numbers, expected 4");
        assertError(LAMP.replace("0.8 0.2 0.3 0.7", "0.8 0.2 0.3 x"), "read 'x', expected a number");
        assertError(LAMP.replace("0.8 0.2 0.3 0.7", "0.8 0.1 0.3 0.7"), "given do=look lamp_1=on sum to 0.9");
        assertError(LAMP.replace("on s1 -", "onn s1 -"), "did you mean 'on'?");
        assertError(LAMP.replace("on s1 -", "on -"), "has 2 words, expected 3");
        assertError(LAMP.replace("do lamp_1", "do lamp_0"), "can't be a parent here");
        assertError(LAMP.replace("<Var>eye", "<Var>ear"), "'ear'", "expected a variable");
        assertError(LAMP.replace("<Discount>0.9</Discount>", ""), "no <Discount>");
        assertError(LAMP.replace("</Variable>", ""), "not well-formed XML");
        assertError(LAMP.replace("<NumValues>2<", "<NumValues>2000000000<"), "limit");
        assertError("<!DOCTYPE a [<!ENTITY b \"bb\">]><pomdpx>&b;</pomdpx>", "not well-formed");
        assertError("<policy/>", "expected <pomdpx>");
    }

    @Test
    void templatesThatUseThemselvesAreRefused() {
        String diagram = "<Parameter type=\"DD\"><DAG><SubDAG type=\"template\" idref=\"a\"/></DAG>"
                + "<SubDAGTemplate id=\"a\"><SubDAG type=\"template\" idref=\"a\"/></SubDAGTemplate></Parameter>";
        assertError(LAMP.replace(table("- * -", "identity", "on s1 -", "0.25 0.75"), diagram), "never end");
    }

    @Test
    void hiddenParentsOfOneSliceAreForLenientReadingsOnly() {
        String seen = LAMP.replace("vnameCurr=\"lamp_1\"", "vnameCurr=\"lamp_1\" fullyObs=\"true\"");
        assertError(seen, "same time slice");
        assertThat(read(seen, true).observedPart()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void missingRowsAreUniformInALenientReading() {
        String text = LAMP.replace(
                table("* * -", "uniform", "look - -", "0.8 0.2 0.3 0.7"), table("look - -", "0.8 0.2 0.3 0.7"));
        assertError(text, "sum to 0.0");
        TabularPomdp model = read(text, true);
        assertThat(model.observation().get(model.row(0, 0), 1)).isEqualTo(0.5);
    }
}
