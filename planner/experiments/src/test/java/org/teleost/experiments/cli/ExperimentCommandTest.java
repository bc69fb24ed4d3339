package org.teleost.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.computation.ExperimentCatalog;
import org.teleost.experiments.computation.HillExperiment;
import picocli.CommandLine;

class ExperimentCommandTest {
    @TempDir
    private Path folder;

    private final HillExperiment hill = new HillExperiment();
    private String out = "";
    private String err = "";

    @Test
    void anExperimentWritesTablesFiguresAndASummary() throws IOException {
        assertThat(run("map hill --json --points 9", "--out", place())).as(err).isEqualTo(ExitCode.OK);

        assertThat(out).contains("row=0.5", "Highest points", "height (m)", "1.00", place());
        assertThat(Files.readString(folder.resolve("run/rows.csv")))
                .startsWith("row,height (m),note\nrow=-0.5,")
                .contains("\"y, \"\"northing\"\"\"");
        for (String name : List.of("profiles", "hill", "both")) {
            assertThat(ImageIO.read(folder.resolve("run/" + name + ".png").toFile())
                            .getWidth())
                    .isGreaterThan(600);
            assertThat(Files.readString(folder.resolve("run/" + name + ".svg"))).contains("<svg", "</svg>");
        }
        JsonNode line =
                new ObjectMapper().readTree(out.lines().reduce((a, b) -> b).orElseThrow());
        assertThat(line.at("/results/top").doubleValue()).isEqualTo(1.0);
        assertThat(line.at("/results/unknown").isNull()).isTrue();
        assertThat(line.at("/settings/rows").textValue()).isEqualTo("-0.5,0,0.5");
        JsonNode summary =
                new ObjectMapper().readTree(folder.resolve("run/summary.json").toFile());
        assertThat(summary.get("outcome").textValue()).isEqualTo("complete");
        assertThat(summary.get("files").toString()).contains("note.txt", "rows.csv", "hill.svg");
    }

    @Test
    void finishedCellsAreTakenOverAndOthersAreComputed() {
        assertThat(run("map hill --rows 0,1", "--out", place())).as(err).isEqualTo(ExitCode.OK);
        assertThat(run("map hill", "--out", place())).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("already holds results", "--resume", "--overwrite");

        assertThat(run("map hill --rows 0,0.25,1 --resume --threads 1", "--out", place()))
                .as(err)
                .isEqualTo(ExitCode.OK);

        assertThat(hill.computed).hasValue(3);
        assertThat(out).contains("row=1.0 (earlier)", "row=0.25\n");
        assertThat(run("map hill --height 2 --resume", "--out", place())).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("--height was 1, now 2", "choose another --out");
        assertThat(run("map hill --height 2 --overwrite --rows 0,1 --quiet", "--out", place()))
                .isEqualTo(ExitCode.OK);
        assertThat(out).isEmpty();
        assertThat(hill.computed).hasValue(5);
    }

    @Test
    void outcomesAndFailuresHaveTheirExitCodes() {
        assertThat(run("map hill --height 6", "--out", place())).isEqualTo(ExitCode.MODEL);
        assertThat(run("map hill --fail", "--out", place() + "2")).isEqualTo(ExitCode.MODEL);
        assertThat(err).contains("teleost: the hill slides: slope=1.2").doesNotContain("\tat ");
        assertThat(run("map hill --fail --debug", "--out", place() + "3")).isEqualTo(ExitCode.MODEL);
        assertThat(err).contains("\tat ");
    }

    @Test
    void helpNamesDefaultsAndRanges() {
        assertThat(run("map hill --help")).isEqualTo(ExitCode.OK);
        assertThat(out)
                .contains(
                        "Usage: teleost map hill",
                        "to 1 %.",
                        "100 % slope. (0 to 10; default 1)",
                        "--rows=X,...",
                        "round, square",
                        "--resume",
                        "Exit codes:");
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out).contains("map", "Measures a hill to 1 %.");
    }

    @Test
    void whatCannotBeDoneIsRefusedBeforeAnythingIsWritten() {
        assertThat(run("map hill --height 11", "--out", place())).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("--height=11; allowed range 0 to 10");
        assertThat(run("map hill --height high", "--out", place())).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("--height=high is not a number; allowed range 0 to 10");
        assertThat(run("map hill --points 13", "--out", place())).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("teleost: --points=13 is unlucky");
        assertThat(run("map hill --rows 0,,1", "--out", place())).isEqualTo(ExitCode.USAGE);
        assertThat(run("map hill --shape oval", "--out", place())).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("allowed are round, square");
        assertThat(run("map hill --resume")).isEqualTo(ExitCode.USAGE);
        assertThat(run("map hill --resume --overwrite", "--out", place())).isEqualTo(ExitCode.USAGE);
        assertThat(run("map hill --heigth 2", "--out", place())).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("did you mean '--height'?");
        assertThat(run("map hil")).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("did you mean 'hill'?");
        assertThat(run("map")).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("which experiment? hill");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFigureThatCannotBeWrittenIsNamedAndTheRestIsThere() throws IOException {
        Files.createDirectories(folder.resolve("run/hill.png/in the way"));

        assertThat(run("map hill", "--out", place())).isEqualTo(ExitCode.DISK);

        assertThat(err).contains("no figure hill: can't write", "hill.png").doesNotContain("Exception", "\tat ");
        assertThat(folder.resolve("run/both.png")).isNotEmptyFile();
        try (Stream<Path> files = Files.list(folder.resolve("run"))) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".new"));
        }
    }

    @Test
    void resultsOutliveARefusedCommandThatWouldReplaceThem() {
        assertThat(run("map hill --rows 0,1", "--out", place())).as(err).isEqualTo(ExitCode.OK);

        assertThat(run("map hill --points 13 --overwrite", "--out", place())).isEqualTo(ExitCode.USAGE);

        assertThat(folder.resolve("run/summary.json")).isNotEmptyFile();
        assertThat(run("map hill --rows 0,1 --resume", "--out", place())).isEqualTo(ExitCode.OK);
        assertThat(hill.computed).hasValue(2);
    }

    private String place() {
        return folder.resolve("run").toString();
    }

    private int run(String line, String... more) {
        List<String> arguments = new ArrayList<>(List.of(line.split(" ", -1)));
        arguments.addAll(List.of(more));
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        CommandLine command =
                TeleostCommand.commandLine(() -> new ProblemCatalog(List.of()), new ExperimentCatalog(List.of(hill)));
        command.setOut(new PrintWriter(outText, true));
        command.setErr(new PrintWriter(errText, true));
        int code = command.execute(arguments.toArray(new String[0]));
        out = outText.toString();
        err = errText.toString();
        return code;
    }
}
