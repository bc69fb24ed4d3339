package org.teleost.solvers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.solvers.tabular.TabularPomdp;

/** Legal forms that are easily missed, errors with their place, and what a lenient reading repairs. */
class PomdpReaderTest {
    private static final String HEAD =
            "discount: 0.9\nvalues: reward\nstates: a b\nactions: go stay\nobservations: x y\n";
    private static final String BODY = "T: *\nidentity\nO: *\nuniform\n";

    static TabularPomdp read(String text) {
        return PomdpReader.read(source(text, false));
    }

    private static SourceText source(String text, boolean lenient) {
        return new SourceText("maze.pomdp", text.getBytes(StandardCharsets.UTF_8), lenient);
    }

    private static void assertError(String text, int line, int column, String... parts) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("maze.pomdp:" + line + ":" + column + ": ")
                .hasMessageContainingAll(parts);
    }

    private static String lenient(String text) {
        SourceText source = source(text, true);
        PomdpReader.read(source);
        return String.join("\n", source.warnings());
    }

    @Test
    void preambleComesInAnyOrderAndListsSpanLines() {
        TabularPomdp model =
                read("observations:\n\tx-1\n\ty_2 # second\r\nactions: 2\nvalues:reward\nstates: left\n right"
                        + "\ndiscount : 1.\n" + BODY);
        assertThat(model.observations().given()).containsExactly("x-1", "y_2");
        assertThat(model.states().given()).containsExactly("left", "right");
        assertThat(model.actionCount()).isEqualTo(2);
        assertThat(model.discount()).isEqualTo(1.0);
        assertThat(model.start()).containsExactly(0.5, 0.5);
    }

    @Test
    void laterEntriesOverrideEarlierOnes() {
        TabularPomdp model = read(HEAD + BODY + "T: go : a : a 0.25\nT: go : a : b 7.5e-1\nT: go:b:*0\nT:go:b:a 1.\n"
                + "R: * : * : * : * 1\nR: go : a : * : * -2.5\nR: go : * : * : * - 0.0\n");
        assertThat(model.transition().get(0, 0)).isEqualTo(0.25);
        assertThat(model.transition().get(0, 1)).isEqualTo(0.75);
        assertThat(model.transition().get(1, 0)).isEqualTo(1.0);
        assertThat(model.transition().get(1, 1)).isZero();
        assertThat(model.expected()).containsExactly(-0.0, -0.0, 1.0, 1.0);
    }

    @Test
    void rewardsInAllForms() {
        TabularPomdp model = read(HEAD + "T: *\n0.5 0.5\n0 1\nO: go\n0.2 0.8\n1 0\nO: stay\nuniform\n"
                + "R: go : a\n1 2\n3 4\nR: go : b : b\n5 6\nR: stay : a : b : y 10\n");
        // 0.5 (0.2 + 2 * 0.8) + 0.5 * 3; 5; 0.5 * 0.5 * 10
        assertThat(model.expected()).usingComparatorWithPrecision(1e-12).containsExactly(2.4, 5.0, 2.5, 0.0);
        assertThat(model.reward().at(0, 0, 1, 1)).isEqualTo(4.0);
    }

    @Test
    void costsAreNegatedOnce() {
        TabularPomdp model = read(HEAD.replace("reward", "cost") + BODY + "R: go : * : * : * +3\n");
        assertThat(model.cost()).isTrue();
        assertThat(model.expected()[0]).isEqualTo(-3.0);
    }

    @Test
    void processWithoutObservationsIsFullyObserved() {
        TabularPomdp model = read(
                "discount: 0.9 values: reward states: 3 actions: 1 T: 0 identity " + "R: 0 : 1 : 1 5 R: 0 : 2 0 0 7");
        assertThat(model.observationCount()).isEqualTo(3);
        assertThat(model.observation().get(2, 2)).isEqualTo(1.0);
        assertThat(model.expected()).containsExactly(0.0, 5.0, 7.0);
    }

    @Test
    void startInAllForms() {
        assertThat(read(HEAD + "start: b\n" + BODY).start()).containsExactly(0.0, 1.0);
        assertThat(read(HEAD + "start include: a 1\n" + BODY).start()).containsExactly(0.5, 0.5);
        assertThat(read(HEAD + "start exclude: b\n" + BODY).start()).containsExactly(1.0, 0.0);
        assertThat(read(HEAD + "start: uniform\n" + BODY).start()).containsExactly(0.5, 0.5);
        assertThat(read(HEAD + "start:\n0.25 0.75\n" + BODY).start()).containsExactly(0.25, 0.75);
        SourceText numbered = source(HEAD + "start: 1\n" + BODY, false);
        assertThat(PomdpReader.read(numbered).start()).containsExactly(0.0, 1.0);
        assertThat(numbered.warnings()).singleElement().asString().contains("maze.pomdp:6:8", "state of that number");
    }

    @Test
    void resetIsTheStart() {
        TabularPomdp model = read(HEAD + "start: 0.3 0.7\n" + BODY + "T: go : b reset\n");
        assertThat(model.transition().get(1, 0)).isEqualTo(0.3);
    }

    @Test
    void numbersAreThoseOfTheStandardParser() {
        for (String text : new String[] {
            "0.1",
            "123456789012345678",
            "3.",
            "0.30000000000000004",
            "1e-7",
            "2E+3",
            "0.00000000000000000000000000012345",
            "9007199254740993",
            "123456.789e-3"
        }) {
            TabularPomdp model = read(HEAD + BODY + "R: go : * : * : * " + text + "\n");
            assertThat(model.expected()[0]).isEqualTo(Double.parseDouble(text));
        }
    }

    @Test
    void errorsNameThePlaceAndTheWayOut() {
        assertError("discount: 0.9\nvalues: rewards\n", 2, 9, "'rewards'", "values: reward");
        assertError(HEAD + "T: go\n1 0\n0 .5\n", 8, 3, "can't begin with a dot");
        assertError(HEAD + "T: go : a : c 1\n", 6, 13, "'c'");
        assertError(HEAD + "T: go : a : 2 1\n", 6, 13, "'2'", "0 to 1");
        assertError(HEAD + "T: goo : a : a 1\n", 6, 4, "did you mean 'go'?");
        assertError(HEAD + "T: go : a : a : 1\n", 6, 15, "':'");
        assertError(HEAD + "T: go\n1 0 0\nO: *\nuniform", 8, 1, "probability 2 of 2");
        assertError(HEAD + "T: go\n1 0 0 1 1\n", 7, 9, "all its numbers already");
        assertError(HEAD + "T: go : a -1 2\n", 6, 11, "no sign");
        assertError(HEAD + "start: a b\n" + BODY, 6, 10, "start include");
        assertError(HEAD + "start: 0.3 0.3\n" + BODY, 6, 8, "sum to 0.6");
        assertError(HEAD + BODY + "start: a\n", 10, 1, "before the first");
        assertError(HEAD + BODY + "R: go 1\n", 10, 7, "R: action : state");
        assertError("discount: 2\n", 1, 11, "[0, 1]");
        assertError("states: a a\n", 1, 11, "given before");
        assertError("states: T\n", 1, 9, "reserved word");
        assertError("discount: 0.9 discount: 0.8", 1, 15, "second");
        assertError(
                HEAD + "T: go identity\nT: stay : a : a 1\nT: stay : b : b 0.5\nO: *\nuniform", 8, 1, "sums to 0.5");
        assertError(
                HEAD + "T: go identity\nT: stay : a : a 1\nO: *\nuniform",
                9,
                8,
                "no entry for T of action stay, state b");
        assertError("états: 2", 1, 1, "'é'");
    }

    @Test
    void columnsCountCharacters() {
        assertError("# \u201cquoted\u201d\n" + HEAD + "T: go : a # \u201c\u201d\n : c 1", 8, 4, "'c'");
    }

    @ParameterizedTest
    @CsvSource({
        "2000000000, 1, 1",
        "1, 2000000000, 1",
        "1, 1, 2000000000",
        "1000000, 9, 1",
        "99999999999999999999, 1, 1"
    })
    void sizesBeyondTheLimitAreRefusedBeforeAnythingIsAllocated(String states, String actions, String observations) {
        assertThatThrownBy(() -> read("discount: 0.9 values: reward states: " + states + " actions: " + actions
                        + " observations: " + observations + " T: *\nuniform\n"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("limit");
    }

    @Test
    void wildcardsThatWriteTooMuchAreRefused() {
        assertThatThrownBy(() ->
                        read("discount: 0.9 values: reward states: 100000 actions: 2 observations: 2\nT: *\nuniform\n"))
                .hasMessageContaining("maze.pomdp:2:1: T entries")
                .hasMessageContaining("limit");
    }

    @Test
    void lenientReadingRepairsAndSaysSo() {
        assertThat(lenient("values: rewards states: 2 actions: 1 observations: 1 T: * identity O: * uniform"))
                .contains("'rewards'", "'discount:' is missing");
        assertThat(lenient(HEAD + BODY + "T: go : a : a : 1\n")).contains("maze.pomdp:10:15");
        assertThat(lenient(HEAD + "start: a b\n" + BODY)).contains("maze.pomdp:6:10", "start include");
        assertThat(lenient(HEAD + "start: 0.5 0,5\n" + BODY)).contains("maze.pomdp:6:13", "decimal point");
        assertThat(lenient(HEAD + BODY + "T: go : a\n.5 .5\n")).contains("zero before it");
        assertThat(lenient(HEAD + BODY + "T: go : a\n0 0\n")).contains("staying in the state");
        assertThat(lenient(HEAD + "T: * identity O: go uniform")).contains("no entry for O of action stay");
        assertThat(lenient(HEAD.replace("x y", "2 E: 1") + BODY)).contains("terminal states");
    }

    @Test
    void terminalStatesOfOldFilesAreAbsorbingAndWithoutReward() {
        TabularPomdp model =
                PomdpReader.read(source(HEAD + "E: 1\n" + BODY + "T: go\nuniform\nR: * : * : * : * 1\n", true));
        assertThat(model.transition().get(1, 1)).isEqualTo(1.0);
        assertThat(model.expected()).containsExactly(1.0, 0.0, 1.0, 0.0);
    }

    @Test
    void sumsMayBeOffByAHundredThousandthAsWritten() {
        TabularPomdp model =
                read(HEAD + "start: 0.50001 0.5\n" + BODY + "T: go : a\n0.10001 0.9\nO: go : b 0.3 0.69999\n");
        assertThat(model.transition().sum(0)).isCloseTo(1.00001, within(1e-12));
        assertError(HEAD + BODY + "T: go : a\n0.100011 0.9\n", 10, 1, "sums to 1.000011");
    }

    @Test
    void aSecondLineOfAKindCountsInALenientReading() {
        SourceText source = source(HEAD + "discount: 0.5\n" + BODY, true);
        assertThat(PomdpReader.read(source).discount()).isEqualTo(0.5);
        assertThat(source.warnings()).singleElement().asString().contains("maze.pomdp:6:1", "the last one counts");
    }

    @Test
    void lenientSumsAreScaled() {
        TabularPomdp model = PomdpReader.read(source(HEAD + BODY + "T: go : a\n0.5 0.6\n", true));
        assertThat(model.transition().sum(0)).isCloseTo(1.0, within(1e-15));
    }
}
