package org.teleost.solvers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.solvers.bench.RockSampleFile;
import org.teleost.solvers.factored.SingleVariable;
import org.teleost.solvers.tabular.TabularPomdp;

/**
 * Written files against the published grammars, by a recogniser of its own: tokens and rules as pomdp-solve's scanner
 * and parser state them, which APPL's programs use for {@code .pomdp}, too; and the parts of POMDPX that APPL's parser
 * reads, tables alone.
 */
class PublishedGrammarTest {
    private static final Pattern TOKEN = Pattern.compile("(?<blank>[ \\t\\r\\n]+|#[^\\n]*)"
            + "|(?<float>[0-9]+(\\.[0-9]*([Ee][+-]?[0-9]+)?|[Ee][+-]?[0-9]+))"
            + "|(?<int>[0-9]+)|(?<word>[A-Za-z][A-Za-z0-9_-]*)|(?<sign>[-+:*])");
    private static final Set<String> RESERVED = Set.of(
            "discount",
            "values",
            "states",
            "actions",
            "observations",
            "T",
            "O",
            "R",
            "uniform",
            "identity",
            "reward",
            "cost",
            "start",
            "include",
            "exclude",
            "reset");

    @TempDir
    private Path folder;

    /** Kinds of tokens: a reserved word or sign as it is, and name, int, float. */
    private static List<String> tokens(String text) {
        List<String> kinds = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                throw new IllegalStateException("no token at " + at + ": " + text.substring(at, at + 1));
            }
            String word = matcher.group();
            if (matcher.group("word") != null) {
                kinds.add(RESERVED.contains(word) ? word : "name");
            } else if (matcher.group("blank") == null) {
                kinds.add(matcher.group("sign") != null ? word : matcher.group("int") != null ? "int" : "float");
            }
            at = matcher.end();
        }
        return kinds;
    }

    /** pomdp_file: preamble, start, then T, O and R, with the forms of single entries. */
    private static void assertGrammar(String text) {
        String kinds = String.join(" ", tokens(text)) + " ";
        String number = "[-+]? ?(int|float) ";
        String index = "(int|name|\\*) ";
        String preamble = "((discount : " + number + ")|(values : (reward|cost) )|((states|actions|observations) : "
                + "(int |(name )+)))*";
        String start = "(start : ((int|float) )+)?";
        String entry = "([TO] : " + index + ": " + index + ": " + index + "(int|float) )|(R : " + index + ": " + index
                + ": " + index + ": " + index + number + ")";
        Matcher head = Pattern.compile(preamble + start).matcher(kinds);
        assertThat(head.lookingAt()).isTrue();
        int at = head.end();
        Matcher entries = Pattern.compile(entry).matcher(kinds);
        while (at < kinds.length()) {
            entries.region(at, kinds.length());
            if (!entries.lookingAt()) {
                throw new IllegalStateException(
                        "no rule for " + kinds.substring(at, Math.min(at + 80, kinds.length())));
            }
            at = entries.end();
        }
    }

    private String written(TabularPomdp model) throws IOException {
        Path file = folder.resolve("written.pomdp");
        PomdpWriter.write(file, model);
        return Files.readString(file);
    }

    private static TabularPomdp read(String text) {
        return ModelFile.read(new SourceText("file.pomdp", text.getBytes(StandardCharsets.UTF_8), true))
                .table();
    }

    @Test
    void theRecogniserRefusesWhatTheGrammarForbids() {
        String head = "discount: 0.9 values: reward states: 2 actions: 1 observations: 1 ";
        assertGrammar(head + "start: 0.5 0.5 T: 0 : 0 : 0 1.0 R: * : 0 : * : * -1.0E-5");
        assertThatThrownBy(() -> assertGrammar(head + "T: 0 : 0 : 0 -1.0")).hasMessageContaining("no rule");
        assertThatThrownBy(() -> assertGrammar(head + "T: 0 : 0 : 0 .5")).hasMessageContaining("no token");
        assertThatThrownBy(() -> assertGrammar(head + "T: 0 : reset : 0 1")).hasMessageContaining("no rule");
    }

    @Test
    void writtenPomdpFilesAreOfTheGrammarWhateverTheNames() throws IOException {
        String odd =
                "discount: 1 values: cost states: a-b 2c actions: go stay_ observations: x y start: 0.00001 0.99999 T:"
                        + " * identity O: * 0.3 0.7 1e-9 0.999999999 R: go : a-b : * : x 1e-12 R: stay_ : * : * : * -1e21";
        String text = written(read(odd));
        assertGrammar(text);
        assertThat(text).contains("start: 1.0E-5 0.99999", "values: cost");
        assertThat(read(text).expected()).containsExactly(read(odd).expected());
        assertGrammar(written(read(RockSampleFile.of(2, 1))));
    }

    @Test
    void writtenPomdpxFilesHaveTheElementsAndTablesThatOtherParsersRead() throws IOException {
        Path file = folder.resolve("written.pomdpx");
        PomdpxWriter.write(
                file,
                ModelFile.read(new SourceText(
                                "r.pomdpx", RockSampleFile.of(2, 1).getBytes(StandardCharsets.UTF_8), false))
                        .factored()
                        .orElseThrow());
        String text = Files.readString(file);
        assertThat(text).doesNotContain("\"DD\"").contains("fullyObs=\"true\"");
        assertThat(text)
                .containsSubsequence(
                        "<pomdpx version=\"",
                        "<Discount>",
                        "<Variable>",
                        "<StateVar vnamePrev=",
                        "<ObsVar vname=",
                        "<ActionVar vname=",
                        "<RewardVar vname=",
                        "<InitialStateBelief>",
                        "<StateTransitionFunction>",
                        "<ObsFunction>",
                        "<RewardFunction>");
        String single = "discount: 0.5 values: reward states: 2 actions: 1 observations: 1 T: 0 uniform O: 0 uniform";
        PomdpxWriter.write(file, SingleVariable.of(read(single)));
        assertThat(Files.readString(file)).contains("<Parameter type=\"TBL\">");
    }
}
