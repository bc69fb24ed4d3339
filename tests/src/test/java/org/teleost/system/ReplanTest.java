package org.teleost.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.control.ControlSession;
import org.teleost.control.WhileActing;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.cli.TeleostCommand;
import org.teleost.flight.FlightLimits;
import org.teleost.flight.FlightRecorder;
import org.teleost.model.Outcome;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.problem.World;
import org.teleost.settings.SettingKey;
import org.teleost.trace.ForeignMcap;
import picocli.CommandLine;

/** {@code teleost replan}: what a recorder kept is enough to make the decisions again. */
@Timeout(300)
class ReplanTest {
    @TempDir
    private Path folder;

    private final StringWriter output = new StringWriter();

    private void record(String name, int decisions, Budget budget, WhileActing acting, boolean reuse)
            throws IOException {
        Problem problem = ProblemCatalog.installed().find(name);
        Instance instance = problem.instance(5);
        PlannerSettings settings = problem.defaultSettings()
                .withThreads(1)
                .withParticles(300)
                .with(s -> {
                    s.memoryBytes = 16L << 20;
                    s.reuseTree = reuse;
                });
        Map<String, String> configuration = new LinkedHashMap<>(Map.of("problem", name, "instance", "5"));
        settings.values().forEach((key, value) -> configuration.put(key, SettingKey.text(value)));
        World world = instance.world(9);
        Outcome outcome = new Outcome();
        try (FlightRecorder recorder = new FlightRecorder(folder, configuration, FlightLimits.defaults());
                ControlSession session = ControlSession.of(instance.model())
                        .settings(settings)
                        .updater(instance.updater(settings))
                        .whileActing(acting, Budget.ofEpisodes(500))
                        .listener(recorder)
                        .open()) {
            for (int i = 0; i < decisions; i++) {
                Decision decision = session.decide(budget);
                world.step(decision.action, outcome);
                if (outcome.terminal) {
                    world = instance.world(100 + i);
                } else {
                    session.observe(decision.action, outcome.observation, world.percept());
                }
                long start = System.nanoTime();
                while (recorder.written() < i + 1 || System.nanoTime() - start < 2_000_000) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    private int replan(String... arguments) {
        CommandLine commands = TeleostCommand.commandLine(ProblemCatalog::installed);
        commands.setOut(new PrintWriter(output));
        commands.setErr(new PrintWriter(output));
        String[] all = new String[arguments.length + 2];
        all[0] = "replan";
        all[1] = folder.resolve("flight-000001.mcap").toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return commands.execute(all);
    }

    @Test
    void countedDecisionsAreTheSameBitForBitOnOtherThreads() throws IOException {
        record("tiger", 60, Budget.ofEpisodes(700), WhileActing.REST, false);
        assertThat(replan("--threads", "3")).as(output.toString()).isZero();
        assertThat(output.toString()).endsWith("60 of 60 decisions are the same bit for bit" + System.lineSeparator());
    }

    @Test
    void decisionsOnKeptTreesAreTheSameToo() throws IOException {
        record("rocksample-7-8", 25, Budget.ofEpisodes(900), WhileActing.REST, true);
        assertThat(replan("--threads", "2")).as(output.toString()).isZero();
        assertThat(output.toString()).contains("25 of 25 decisions are the same");
    }

    @Test
    void oneDecisionIsChosenByItsNumber() throws IOException {
        record("tiger", 5, Budget.ofEpisodes(700), WhileActing.REST, true);
        assertThat(replan("--decision", "3")).as(output.toString()).isZero();
        assertThat(output.toString()).startsWith("decision 3: ").contains("1 of 1 decisions");
        assertThat(replan("--decision", "8")).isEqualTo(2);
        assertThat(output.toString()).contains("--decision 8 is not in").contains("there are: 0 to 4");
    }

    @Test
    void recordsThatAnotherToolCompressedAreReplannedToo() throws IOException {
        record("tiger", 12, Budget.ofEpisodes(700), WhileActing.REST, false);
        Path compressed = ForeignTracesTest.rewritten(
                folder.resolve("flight-000001.mcap"), folder.resolve("foreign"), ForeignMcap.all(), "zstd");
        Files.move(compressed, folder.resolve("flight-000001.mcap"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(replan()).as(output.toString()).isZero();
        assertThat(output.toString()).contains("12 of 12 decisions are the same");
    }

    @Test
    void recordsOfNoDecisionAreNotCalledTheSame() throws IOException {
        record("tiger", 1, Budget.ofEpisodes(700), WhileActing.REST, false);
        Path file = folder.resolve("flight-000001.mcap");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(replan()).as(output.toString()).isEqualTo(2);
        assertThat(output.toString()).contains("CRC32").contains("holds no decision that can be read");
    }

    @Test
    void whatWasPlannedWhileActingIsNamedAsTheReason() throws IOException {
        record("tiger", 6, Budget.ofEpisodes(700), WhileActing.PLAN, true);
        replan();
        assertThat(output.toString()).contains("can't be repeated: it began with what was planned while acting");
    }
}
