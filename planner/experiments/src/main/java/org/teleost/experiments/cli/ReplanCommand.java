package org.teleost.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.Configurator;
import org.teleost.experiments.config.Setting;
import org.teleost.flight.FlightReader;
import org.teleost.flight.FlightRecord;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost replan}: recorded decisions, made again. */
@Command(
        name = "replan",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = {
            "Makes recorded decisions again, from the recorded beliefs and with the same random streams, and says whether"
                    + " they are the same bit for bit or what differs. A decision that a deadline ended is repeated with"
                    + " as many episodes as it had.",
            ""
        },
        footer = {
            "%nExamples:",
            "  teleost serve tiger --record flights             records flights/flight-000001.mcap",
            "  teleost replan flights/flight-000001.mcap --decision 3",
            "  teleost replan flights/flight-000001.mcap --threads 4    all of it on other threads",
            "%nThe exit code is 1 when a decision differs.",
            ExitCode.HELP
        })
final class ReplanCommand implements Callable<Integer> {
    /** A kept tree that goes back further than this is not built again. */
    private static final int LONGEST_CHAIN = 10_000;

    @ParentCommand
    private TeleostCommand teleost;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A recording of a session.")
    private Path file;

    @Option(names = "--decision", paramLabel = "K", description = "One decision, by its number; all without it.")
    private Long wanted;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to plan with; by default the recorded number.")
    private Integer threads;

    @Mixin
    private ModelOptions models;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (FlightReader reader = FlightReader.open(file)) {
            Map<String, String> configuration = new LinkedHashMap<>(reader.configuration());
            Problem problem = problem(configuration);
            long instance = Long.parseLong(configuration.getOrDefault("instance", "0"));
            GenerativeModel model = problem.instance(instance).model();
            List<FlightRecord> records = chosen(reader, model);
            int same = 0;
            try (Planner planner = new Planner(model, settings(problem, configuration))) {
                for (FlightRecord record : records) {
                    same += replan(reader, planner, record, out) ? 1 : 0;
                }
            }
            out.printf(Locale.ROOT, "%d of %d decisions are the same bit for bit%n", same, records.size());
            out.flush();
            tellDamage(reader);
            return same == records.size() && reader.unusable() == 0 ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private void tellDamage(FlightReader reader) {
        PrintWriter err = spec.commandLine().getErr();
        reader.damage().forEach(damage -> err.println("teleost: " + file + ": " + damage));
        if (reader.unusable() > 0) {
            err.println("teleost: " + file + ": " + reader.unusable() + " records are no decisions of this problem");
        }
        err.flush();
    }

    private Problem problem(Map<String, String> configuration) {
        String name = configuration.get("problem");
        if (name == null) {
            throw new ConfigException(file + " does not say which problem it is of; the recording was not made by"
                    + " 'teleost serve --record', or its beginning is damaged");
        }
        return models.problem(name, teleost.problems(), spec.commandLine().getErr());
    }

    private PlannerSettings settings(Problem problem, Map<String, String> configuration) {
        List<Setting> settings = new ArrayList<>();
        PlannerSettings.SHEET.names().forEach(key -> {
            if (configuration.containsKey(key)) {
                settings.add(new Setting(key, configuration.get(key), file.toString()));
            }
        });
        PlannerSettings recorded =
                Configurator.configure(problem, List.of(), settings).planner();
        return threads == null ? recorded : recorded.withThreads(threads);
    }

    private List<FlightRecord> chosen(FlightReader reader, GenerativeModel model) throws IOException {
        if (wanted == null) {
            List<FlightRecord> all = reader.records(model.layout(), 0, Long.MAX_VALUE);
            if (all.isEmpty()) {
                tellDamage(reader);
                throw new ConfigException(file + " holds no decision that can be read; name a recording of a session"
                        + " ('teleost serve --record FOLDER' makes them)");
            }
            return all;
        }
        List<FlightRecord> one = reader.records(model.layout(), wanted, wanted);
        if (one.isEmpty()) {
            throw new ConfigException(
                    "--decision " + wanted + " is not in " + file + "; there are: " + reader.numbers());
        }
        return one;
    }

    private boolean replan(FlightReader reader, Planner planner, FlightRecord record, PrintWriter out)
            throws IOException {
        Decision again = new Decision();
        Optional<String> gap = build(reader, planner, record);
        if (gap.isPresent()) {
            out.println("decision " + record.index() + " can't be repeated: " + gap.get());
            return false;
        }
        plan(planner, record, again);
        if (again.digest(0) == record.digest()) {
            out.println("decision " + record.index() + ": " + text(planner.model(), record.decision()) + ", the same");
            return true;
        }
        Decision before = record.decision();
        out.println("decision " + record.index() + ": recorded " + text(planner.model(), before) + " from "
                + before.episodes + " episodes in " + before.passes + " passes, now " + text(planner.model(), again)
                + " from " + again.episodes + " in " + again.passes);
        return false;
    }

    private static void plan(Planner planner, FlightRecord record, Decision out) {
        planner.planAs(record.index(), record.belief(), Budget.ofEpisodes(record.decision().episodes), out);
    }

    /** Builds the tree that the decision began with, from the last fresh one on; a reason if that can't be. */
    private static Optional<String> build(FlightReader reader, Planner planner, FlightRecord record)
            throws IOException {
        planner.startAfresh();
        Deque<FlightRecord> chain = new ArrayDeque<>();
        FlightRecord at = record;
        while (at.decision().keptNodes > 0) {
            if (at.path().improved() > 0) {
                return Optional.of("it began with what was planned while acting, which is not recorded");
            }
            List<FlightRecord> before = reader.records(record.belief().layout(), at.index() - 1, at.index() - 1);
            if (before.isEmpty() || at.path().steps() != 1 || chain.size() >= LONGEST_CHAIN) {
                return Optional.of("it began with the tree of decision " + (at.index() - 1) + ", which is not here");
            }
            chain.push(at);
            at = before.get(0);
        }
        Decision passing = new Decision();
        for (FlightRecord next : chain) {
            plan(planner, at, passing);
            planner.follow(next.path().action(), next.path().observation());
            at = next;
        }
        return Optional.empty();
    }

    private static String text(GenerativeModel model, Decision decision) {
        String action =
                decision.lanes.length > 0 ? model.actionText(decision.lanes) : model.actionText(decision.action);
        return String.format(Locale.ROOT, "%s (%d) worth %.6g", action, decision.action, decision.value);
    }
}
