package org.teleost.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.control.ControlSession;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.cli.TeleostCommand;
import org.teleost.experiments.statistics.MeanInterval;
import org.teleost.model.Outcome;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.ModelWorld;
import org.teleost.problem.World;
import org.teleost.trace.EpisodeTraceReader;
import picocli.CommandLine;

/** docs/tutorial.md is what this package runs: its model plans well, and its code blocks are the file's own lines. */
class TutorialTest {
    private static final int DELIVERIES = 40;
    private static final Budget SMALL = Budget.ofEpisodes(2_000);
    private static final Path ROOT = Path.of(System.getProperty("teleost.root", ".."));
    private static final Path SOURCES = ROOT.resolve("tests/src/test/java/org/teleost/tutorial");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java[ \\t]*(\\S*)[ \\t]*$\\n(.*?)^```$");

    @TempDir
    private Path folder;

    @Test
    void modelPassesTheConformanceKit() {
        ConformanceSettings settings = ConformanceSettings.defaults().withRewardRange(-25.0, 19.0);
        ModelConformance.check(new WetFloor(), settings).assertPassed();
    }

    @Test
    void plannerBeatsBothNaivePoliciesOnTheSameCorridors() throws IOException {
        double[] overDriving = new double[DELIVERIES];
        double[] overCreeping = new double[DELIVERIES];
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        for (int i = 0; i < DELIVERIES; i++) {
            double planned = WetFloor.deliver(settings(i), SMALL, folder.resolve("trace.mcap"), nowhere);
            overDriving[i] = planned - always(WetFloor.DRIVE, i);
            overCreeping[i] = planned - always(WetFloor.CREEP, i);
        }
        assertThat(MeanInterval.of(overDriving).low()).isPositive();
        assertThat(MeanInterval.of(overCreeping).low()).isPositive();
    }

    private static PlannerSettings settings(long seed) {
        return WetFloor.settings().withSeed(seed).withThreads(1);
    }

    private static double always(int action, long seed) {
        WetFloor model = new WetFloor();
        World robot = new ModelWorld(model, seed);
        Outcome outcome = new Outcome();
        double discountedReturn = 0.0;
        double weight = 1.0;
        while (!outcome.terminal) {
            robot.step(action, outcome);
            discountedReturn += weight * outcome.reward;
            weight *= model.discount();
        }
        return discountedReturn;
    }

    @Test
    void theSessionOfTheReadmeListensFirst() {
        try (ControlSession session = ControlSession.open(new FirstDecision())) {
            assertThat(session.belief().size()).isEqualTo(10_000);
            Decision decision = session.decide(SMALL);
            assertThat(decision.action).isEqualTo(FirstDecision.LISTEN);
            assertThat(session.observe(decision.action, 0).trustworthy()).isTrue();
            assertThat(session.belief().weight(0)).isPositive();
        }
    }

    @Test
    void shieldRefusesFullSpeedOntoACellThatIsProbablyWet() {
        ParticleBelief belief = beliefAfterLooking(WetFloor.WET);
        assertThat(WetFloor.probabilityWetAhead(belief)).isBetween(0.3, 0.6);
        assertThat(WetFloor.veto(belief, WetFloor.DRIVE)).startsWith("wet with probability 0.");
        assertThat(WetFloor.veto(belief, WetFloor.CREEP)).isNull();
        assertThat(WetFloor.veto(beliefAfterLooking(WetFloor.DRY), WetFloor.DRIVE))
                .isNull();
    }

    private static ParticleBelief beliefAfterLooking(int seen) {
        WetFloor model = new WetFloor();
        ParticleBelief belief = new ParticleBelief(model.layout(), 2_000);
        ParticleFilter filter = new ParticleFilter(model, belief.size(), 1);
        filter.initialise(belief);
        filter.update(belief, WetFloor.LOOK, seen, new float[0]);
        return belief;
    }

    @Test
    void vetoAndItsReasonAreInTheDecisionAndItsText() {
        ParticleBelief belief = beliefAfterLooking(WetFloor.DRY);
        try (Planner planner = new Planner(new WetFloor(), settings(1))) {
            Decision decision = new Decision();
            planner.planAs(0, belief, SMALL, decision);
            int wanted = decision.action;
            planner.withShield((b, action) -> action == wanted ? "not today" : null);
            planner.planAs(0, belief, SMALL, decision);

            assertThat(decision.action).isNotEqualTo(wanted);
            assertThat(decision.vetoedAction).isEqualTo(wanted);
            assertThat(WetFloor.explain(new WetFloor(), decision)).endsWith("not today");
        }
    }

    @Test
    void traceHoldsEveryStepWithItsDecision() throws IOException {
        Path file = folder.resolve("trace.mcap");
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        WetFloor.deliver(settings(7), SMALL, file, new PrintStream(log, true, StandardCharsets.UTF_8));

        long decisions = log.toString(StandardCharsets.UTF_8).lines().count();
        try (EpisodeTraceReader trace = EpisodeTraceReader.open(file)) {
            assertThat(trace.model()).isEqualTo("wet-floor");
            assertThat(trace.configuration()).containsEntry("budget", "2000ep");
            assertThat(trace.stepCount()).isEqualTo(decisions).isGreaterThanOrEqualTo(WetFloor.GOAL);
            assertThat(trace.step(0).orElseThrow()).contains("\"decision\"", "\"belief\"", "\"drive\"");
        }
    }

    @Test
    void commandLineFindsTheProblemThroughItsServiceEntry() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.teleost.problem.ProblemProvider"), serviceEntry());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        StringWriter out = new StringWriter();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            CommandLine command = TeleostCommand.commandLine(ProblemCatalog::installed);
            command.setOut(new PrintWriter(out));
            String[] arguments = "plan wet-floor --episodes 2 --budget 500ep --out none --quiet --json".split(" ", -1);
            assertThat(command.execute(arguments)).isZero();
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(out.toString()).contains("\"problem\":\"wet-floor\"", "\"episodes\":2");
    }

    /** The line that the tutorial tells the reader to write. */
    private static String serviceEntry() throws IOException {
        String entry = WetFloor.Provider.class.getName();
        assertThat(tutorial()).contains(entry);
        return entry + "\n";
    }

    /** Every Java block names the file that it is taken from. */
    @Test
    void codeBlocksAreLinesOfTheFile() throws IOException {
        Set<String> files = new HashSet<>();
        Matcher block = BLOCK.matcher(tutorial() + "\n" + Files.readString(ROOT.resolve("README.md")));
        while (block.find()) {
            String text = block.group(2);
            Path file = SOURCES.resolve(block.group(1));
            assertThat(file).as(text).isRegularFile();
            assertThat(occursIn(Files.readString(file), text)).as(text).isTrue();
            files.add(block.group(1));
        }
        assertThat(files).contains("WetFloor.java", "FirstDecision.java");
    }

    /** Literally, once the block is moved to the right like the members it shows. */
    private static boolean occursIn(String source, String text) {
        for (int columns = 0; columns <= 12; columns += 4) {
            String margin = " ".repeat(columns);
            String moved = text.lines()
                    .map(line -> line.isEmpty() ? line : margin + line)
                    .collect(Collectors.joining("\n", "\n", "\n"));
            if (("\n" + source).contains(moved)) {
                return true;
            }
        }
        return false;
    }

    private static String tutorial() throws IOException {
        return Files.readString(ROOT.resolve("docs/tutorial.md"));
    }
}
