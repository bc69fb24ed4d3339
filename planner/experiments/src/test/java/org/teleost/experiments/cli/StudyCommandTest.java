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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.study.DriftProblems;
import picocli.CommandLine;

class StudyCommandTest {
    private static final String TINY_STUDY =
            "apt --problem drift --modes sync-1,async --costs 1 --straggler 1 --steps 80 --batch 4 --warm-up 70"
                    + " --points 1 --evaluation-episodes 1 --alone-seconds 0.01 --settle-seconds 0 --json";

    @TempDir
    private Path folder;

    private String out = "";
    private String err = "";

    @Test
    void aStudyRunsFromTheCommandLineAndIsResumed() throws IOException {
        String place = folder.resolve("study").toString();
        assertThat(run(TINY_STUDY, "--out", place)).as(err).isEqualTo(ExitCode.OK);
        assertThat(out).contains("[2/2] async cost 1, 80steps, seed 1: 80 steps", "learner waits");
        assertThat(lastLine().at("/groups/1/mode").asText()).isEqualTo("async");
        // all modes do the same updates for a step unless told otherwise
        assertThat(lastLine().at("/settings/ratio/minimum"))
                .isEqualTo(lastLine().at("/settings/ratio/target"));
        assertThat(folder.resolve("study/report.md")).isNotEmptyFile();
        assertThat(run(TINY_STUDY, "--out", place)).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("already holds results");
        assertThat(run(TINY_STUDY, "--out", place, "--resume")).as(err).isEqualTo(ExitCode.OK);
        assertThat(out).contains("(earlier)").doesNotContain("...");
        assertThat(run(TINY_STUDY.replace("--points 1", "--points 2"), "--out", place, "--resume"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("--points was 1, now 2");
        assertThat(run(TINY_STUDY, "--out", place, "--overwrite")).as(err).isEqualTo(ExitCode.OK);
        assertThat(out).doesNotContain("(earlier)");
    }

    @Test
    void aStudyOfAnEarlierFormatIsRefusedWithAWayOut() throws IOException {
        Files.createDirectories(folder.resolve("parts"));
        assertThat(run(TINY_STUDY, "--out", folder.toString(), "--resume")).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("version 0", "version 1", "choose another --out");
    }

    @Test
    void shardsOfAStudyAreOneStudyAfterAMerge() throws IOException {
        for (String part : new String[] {"1/2", "2/2"}) {
            assertThat(run(TINY_STUDY, "--shard", part, "--out", folder.toString()))
                    .as(err)
                    .isEqualTo(ExitCode.OK);
            assertThat(lastLine().at("/groups")).hasSize(1);
        }
        assertThat(run("merge --json", folder.toString())).as(err).isEqualTo(ExitCode.OK);
        assertThat(out).contains("(earlier)").doesNotContain("...");
        assertThat(lastLine().at("/groups")).hasSize(2);
    }

    @Test
    void aFaultStudyRunsFromTheCommandLine() throws IOException {
        assertThat(run(
                        "faults --problem drift --seconds 0.3 --every 0.05 --faults crash,nan --batch 4 --warm-up 20"
                                + " --json --quiet",
                        "--out",
                        folder.toString()))
                .as(err)
                .isEqualTo(ExitCode.OK);
        assertThat(out.lines()).hasSize(1);
        assertThat(lastLine().get("finished").booleanValue()).isTrue();
        assertThat(lastLine().get("corrupted").longValue()).isZero();
        assertThat(folder.resolve("summary.json")).isNotEmptyFile();
    }

    @Test
    void aFaultStudyWithoutActorsLeftFails() {
        assertThat(run(
                        "faults --problem drift --seconds 60 --every 0.000000001 --max-restarts 1 --batch 4",
                        "--out",
                        folder.toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(out).contains("no actor is left");
    }

    @Test
    void everyStudyTeachesWithExamples() {
        for (String study : new String[] {"--help", "apt --help", "faults --help"}) {
            assertThat(run(study)).isEqualTo(ExitCode.OK);
            assertThat(out).contains("Examples:", "Exit codes:");
        }
    }

    @Test
    void whatCannotBeDoneIsRefusedBeforeAnythingIsWritten() {
        assertThat(run("apt --problem drivt")).isEqualTo(ExitCode.USAGE);
        assertThat(run("apt --problem drift --modes asink")).isEqualTo(ExitCode.USAGE);
        assertThat(err).contains("did you mean 'async'?");
        assertThat(run("apt --problem drift --ratio-min 2")).isEqualTo(ExitCode.USAGE);
        assertThat(run("apt --problem drift --costs 0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("apt --problem drift --actors 0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("apt --problem drift --resume")).isEqualTo(ExitCode.USAGE);
        assertThat(run("apt --problem drift --preset papper")).isEqualTo(ExitCode.USAGE);
        assertThat(run("faults --problem drift --actors 0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("faults --problem drift --faults crsh")).isEqualTo(ExitCode.USAGE);
        assertThat(run("")).isEqualTo(ExitCode.USAGE);
        assertThat(folder).isEmptyDirectory();
    }

    private int run(String line, String... more) {
        List<String> arguments = new ArrayList<>();
        if (!line.isEmpty()) {
            arguments.addAll(List.of(line.split(" ", -1)));
        }
        arguments.addAll(List.of(more));
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        CommandLine command = new CommandLine(new StudyCommand(name -> {
            if (name.equals("drift")) {
                return DriftProblems.drift();
            }
            throw new ConfigException("unknown control problem '" + name + "'");
        }));
        command.addSubcommand(new MergeCommand());
        ErrorReports reports = new ErrorReports();
        command.setParameterExceptionHandler(reports);
        command.setExecutionExceptionHandler(reports);
        command.setOut(new PrintWriter(outText, true));
        command.setErr(new PrintWriter(errText, true));
        int code = command.execute(arguments.toArray(new String[0]));
        out = outText.toString();
        err = errText.toString();
        return code;
    }

    private JsonNode lastLine() throws IOException {
        return new ObjectMapper().readTree(out.lines().reduce((a, b) -> b).orElseThrow());
    }
}
