package org.teleost.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.cli.TeleostCommand;
import org.teleost.experiments.training.settings.SettingsPage;

/** What the documents point at exists: links, commands, problems and tests. */
class DocumentsTest {
    private static final Path ROOT = Path.of(System.getProperty("teleost.root", ".."));
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?<=^|[ `])\\./teleost ([^#|`>\\n]+)");
    private static final Pattern PLANNED =
            Pattern.compile("\\./teleost (?:-J\\S+ )?(?:plan|bench(?: live)?) ([a-z][\\w-]*)");
    private static final Pattern DEFECT = Pattern.compile("defect\\d\\d_\\w+");
    private static final Pattern TEST = Pattern.compile("-Dtest='?([\\w,]+)");

    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CHANGELOG.md")));
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadToFiles(Path document) throws IOException {
        for (String link : find(LINK, Files.readString(document), 1)) {
            assertThat(document.resolveSibling(link)).as(link).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void commandsAreUnderstood(Path document) throws IOException {
        String text = Files.readString(document).replace("\\\n", " ");
        for (String command : find(COMMAND, text, 1)) {
            // the launcher keeps JVM options to itself
            String[] known = Stream.of(command.trim().split("\\s+", -1))
                    .filter(argument -> !argument.startsWith("-J"))
                    .toArray(String[]::new);
            assertThatCode(() -> TeleostCommand.commandLine(ProblemCatalog::installed)
                            .parseArgs(known))
                    .as(command)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void plannedProblemsAreInstalled() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (Path document : documents()) {
            names.addAll(find(PLANNED, Files.readString(document), 1));
        }
        ProblemCatalog catalog = ProblemCatalog.installed();
        // one in the README is a placeholder, the tutorial installs its own
        names.removeAll(List.of("my-problem", "wet-floor"));
        // bench viewer and bench session are commands of their own
        names.removeAll(List.of("viewer", "session"));
        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(catalog.find(name)).isNotNull());
    }

    @Test
    void everyDefectTestIsInTheDesignAndTheOtherWayRound() throws IOException {
        Path test = ROOT.resolve("planner/core/src/test/java/org/teleost/plan/PublishedDefectsTest.java");
        assertThat(new TreeSet<>(find(DEFECT, Files.readString(ROOT.resolve("docs/design.md")), 0)))
                .isEqualTo(new TreeSet<>(find(DEFECT, Files.readString(test), 0)));
    }

    @Test
    void testsThatTheDocumentsRunExist() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (Path document : documents()) {
            for (String list : find(TEST, Files.readString(document), 1)) {
                names.addAll(List.of(list.split(",", -1)));
            }
        }
        List<String> sources = new ArrayList<>();
        for (String module : List.of(
                "planner/core",
                "planner/records",
                "planner/kit",
                "planner/baselines",
                "planner/cells",
                "planner/learn",
                "planner/solvers",
                "planner/cuda",
                "planner/experiments",
                "envs",
                "tests")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.forEach(file -> sources.add(file.getFileName().toString()));
            }
        }
        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(sources).contains(name + ".java"));
    }

    /** ./teleost problems --settings >docs/settings.md */
    @Test
    void thePageOfSettingsIsWhatTheCodeDeclares() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/settings.md"))).isEqualTo(SettingsPage.text());
    }

    private static List<String> find(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .toList();
    }
}
