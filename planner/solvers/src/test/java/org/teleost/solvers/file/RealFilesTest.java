package org.teleost.solvers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.solvers.tabular.TabularPomdp;

/** What public files do beside the examples of the manual: each written as one problem, read as the same one. */
class RealFilesTest {
    private static final String PLAIN = """
        discount: 0.9
        values: reward
        states: a b
        actions: go stay
        observations: x y
        start: 0.25 0.75
        T: go : a : a 0.125
        T: go : a : b 0.875
        T: go : b : a 1.0
        T: stay
        identity
        O: *
        0.5 0.5
        0.0 1.0
        R: go : a : * : * -1.5
        R: stay : * : b : y 1000
        """;

    private static TabularPomdp read(byte[] bytes, boolean lenient) {
        return PomdpReader.read(new SourceText("real.pomdp", bytes, lenient));
    }

    private static void assertPlain(String text) {
        assertSame(read(text.getBytes(StandardCharsets.UTF_8), false));
    }

    private static void assertSame(TabularPomdp model) {
        TabularPomdp plain = read(PLAIN.getBytes(StandardCharsets.UTF_8), false);
        assertThat(model.discount()).isEqualTo(plain.discount());
        assertThat(model.start()).containsExactly(plain.start());
        assertThat(model.transition()).isEqualTo(plain.transition());
        assertThat(model.observation()).isEqualTo(plain.observation());
        assertThat(model.expected()).containsExactly(plain.expected());
    }

    private static void assertRepaired(String text, String... warning) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(bytes, false))
                .isInstanceOf(FormatException.class)
                .hasMessageContainingAll(warning)
                .hasMessageContaining("--lenient");
        SourceText source = new SourceText("real.pomdp", bytes, true);
        assertSame(PomdpReader.read(source));
        assertThat(source.warnings()).isNotEmpty();
        assertThat(source.warnings().get(0)).contains(warning);
    }

    @Test
    void lineEndsTabsMarksAndCommentsOnlySeparate() {
        assertPlain(PLAIN.replace("\n", "\r\n"));
        assertPlain(PLAIN.replace(" ", "\t").replace(":", "\t:\t"));
        assertPlain("\uFEFF" + PLAIN);
        assertPlain("# \u00e9tat: T: O: R: discount: 3\n" + PLAIN.replace("\n", " # comment: 1 2 3\n"));
        assertPlain(PLAIN.replace("\n", "\n\n\n").replace(": ", ":\n"));
        assertPlain(PLAIN.stripTrailing());
        assertPlain(PLAIN.replace(": ", ":").replace(" :", ":"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.125, 1.25e-1",
        "0.125, 125E-3",
        "0.125, 00.1250",
        "1.0, 1.",
        "1.0, 1",
        "1000, 1e3",
        "1000, +1000",
        "1000, + 1000.0",
        "-1.5, - 1.5",
        "-1.5, -15e-1",
        "0.0 1.0, 0 1",
        "0.9, 0.90000"
    })
    void numbersComeInManyForms(String plain, String written) {
        assertThat(PLAIN).contains(plain);
        assertPlain(PLAIN.replace(plain, written));
    }

    @Test
    void namesAndNumbersAreOneAndWildcardsStandForAll() {
        assertPlain(PLAIN.replace("go : a : a", "0 : 0 : 0").replace("stay : * : b : y", "1:*:1:1"));
        assertPlain(PLAIN.replace("states: a b", "states: 2")
                .replace(" : a", " : 0")
                .replace(" : b", " : 1"));
        assertPlain(PLAIN.replace("T: go : b : a 1.0", "T: * : b : a 1.0\nT: * : b : b 0"));
        assertPlain(PLAIN.replace("R: stay : * : b : y", "R: stay : a : b : y 1000\nR: stay : b : b : y"));
        assertPlain(PLAIN.replace("states: a b", "states: at-1st_place-x b-2")
                .replace(" : a", " : at-1st_place-x")
                .replace(" : b", " : b-2"));
    }

    @Test
    void rowsAndMatricesSpanLinesAndSayTheSameAsEntries() {
        String entries = "T: go : a : a 0.125\nT: go : a : b 0.875\nT: go : b : a 1.0\n";
        assertPlain(PLAIN.replace(entries, "T: go\n0.125\n0.875 1\n0\n"));
        assertPlain(PLAIN.replace(entries, "T: go : a\n0.125 0.875\nT: go : b\n1 0\n"));
        assertPlain(PLAIN.replace("T: stay\nidentity", "T: stay : * : * 0\nT: stay : a : a 1\nT: stay : b : b 1"));
        assertPlain(PLAIN.replace("O: *\n0.5 0.5\n0.0 1.0", "O: go\nuniform\nO: stay\nuniform\nO: * : b\n0 1"));
        assertPlain(PLAIN.replace("R: stay : * : b : y 1000", "R: stay : * : b\n0 1000"));
        assertPlain(PLAIN.replace("R: stay : * : b : y 1000", "R: stay : *\n0 0\n0 1000"));
    }

    @Test
    void startsInOtherWords() {
        assertThat(read(PLAIN.replace("start: 0.25 0.75", "start include: b").getBytes(StandardCharsets.UTF_8), false)
                        .start())
                .containsExactly(0.0, 1.0);
        assertThat(read(PLAIN.replace("start: 0.25 0.75\n", "").getBytes(StandardCharsets.UTF_8), false)
                        .start())
                .containsExactly(0.5, 0.5);
        String reset = PLAIN.replace("T: go : b : a 1.0", "T: go : b reset");
        assertThat(read(reset.getBytes(StandardCharsets.UTF_8), false)
                        .transition()
                        .get(1, 1))
                .isEqualTo(0.75);
    }

    @Test
    void whatOtherReadersLetPassIsRepairedInALenientReading() {
        assertRepaired(PLAIN.replace("0.125", ".125"), "real.pomdp:7:15", "can't begin with a dot");
        assertRepaired(PLAIN.replace("0.125", "+0.125"), "real.pomdp:7:15", "no sign");
        assertRepaired(PLAIN.replace("0.125", "0,125"), "','");
        assertRepaired(PLAIN.replace("a 0.125", "a : 0.125"), "':'");
        assertRepaired(PLAIN.replace(" a b", " 1a 2b").replace(": a", ": 1a").replace(": b", ": 2b"), "real.pomdp:3:9");
        assertRepaired(PLAIN.replace("T: stay\nidentity\n", ""), "no entry for T of action stay, state a");
        assertRepaired(PLAIN.replace("values: reward\n", ""), "the line 'values:' is missing");
    }

    @Test
    void identityOfObservationsIsUnderstoodWhereItCanBe() {
        String text = PLAIN.replace("O: *\n0.5 0.5\n0.0 1.0", "O: *\nidentity");
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8), false))
                .hasMessageContainingAll("real.pomdp:13:1", "knows no 'identity'");
        TabularPomdp model = read(text.getBytes(StandardCharsets.UTF_8), true);
        assertThat(model.observation().get(0, 0)).isEqualTo(1.0);
        assertThat(model.observation().get(1, 1)).isEqualTo(1.0);
        String three = text.replace("x y", "x y z");
        assertThatThrownBy(() -> read(three.getBytes(StandardCharsets.UTF_8), true))
                .hasMessageContaining("as many observations as states, here 3 and 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<?xml version='1.0'?>\n", "\uFEFF<?xml version='1.0' encoding='UTF-8'?>\n", "\n <!-- x -->"})
    void pomdpxIsKnownByItsFirstCharacterAndPassesOverWhatItDoesNotKnow(String head) {
        String text = head + "<pomdpx version='1.0' id='a' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                + " xsi:noNamespaceSchemaLocation='pomdpx.xsd'><Description>two lamps</Description>"
                + "<Discount> 0.5 </Discount><Variable><StateVar vnamePrev='l0' vnameCurr='l1' fullyObs='false'>"
                + "<ValueEnum>\n on\toff </ValueEnum></StateVar>%s<ActionVar vname='wait'><NumValues>1</NumValues>"
                + "</ActionVar><RewardVar vname='r w'/></Variable><RewardFunction><Func><Var>r w</Var>"
                + "<Parent>wait l0</Parent><Parameter type='TBL'><Entry><Instance>* on</Instance><ValueTable>+2.5e0"
                + "</ValueTable></Entry></Parameter></Func></RewardFunction><StateTransitionFunction><CondProb>"
                + "<Var>l1</Var><Parent>wait l0</Parent><Parameter><Entry><Instance>* - -</Instance><ProbTable>1.0 0"
                + " .5 5e-1</ProbTable></Entry></Parameter></CondProb></StateTransitionFunction><InitialStateBelief>"
                + "<CondProb><Var>l0</Var><Parent>null</Parent><Parameter><Entry><Instance>off</Instance><ProbTable>1"
                + "</ProbTable></Entry></Parameter></CondProb></InitialStateBelief></pomdpx>";
        byte[] bytes = text.formatted("").getBytes(StandardCharsets.UTF_8);
        TabularPomdp model =
                ModelFile.read(new SourceText("lamps.pomdpx", bytes, false)).table();
        assertThat(model.start()).containsExactly(0.0, 1.0);
        assertThat(model.transition().get(1, 0)).isEqualTo(0.5);
        assertThat(model.expected()).containsExactly(2.5, 0.0);
        assertThat(model.observationCount()).isEqualTo(1);
        byte[] more = text.formatted("<ConstraintState vname='c'/>").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ModelFile.read(new SourceText("lamps.pomdpx", more, false)))
                .hasMessageContainingAll("<ConstraintState>", "--lenient");
        SourceText lenient = new SourceText("lamps.pomdpx", more, true);
        assertThat(ModelFile.read(lenient).table().stateCount()).isEqualTo(2);
        assertThat(lenient.warnings()).singleElement().asString().contains("left out");
    }
}
