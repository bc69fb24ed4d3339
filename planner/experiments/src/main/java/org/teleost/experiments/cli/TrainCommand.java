package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.folder.ResultFolder;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.report.TextSummary;
import org.teleost.experiments.training.record.TrainingFolder;
import org.teleost.experiments.training.session.LearnerThreads;
import org.teleost.experiments.training.session.SeedResult;
import org.teleost.experiments.training.session.StopRequest;
import org.teleost.experiments.training.session.TrainingRun;
import org.teleost.experiments.training.settings.TrainingConfiguration;
import org.teleost.experiments.training.settings.TrainingConfigurator;
import org.teleost.problem.ControlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost train}: learns a control policy. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = {
            "Trains a policy for a control problem with soft actor-critic; actors and learner run in parallel."
                    + " Evaluates the deterministic policy now and then and keeps the best and the last. Some problems bring"
                    + " settings that are known to learn them ('teleost problems PROBLEM' shows them); --preset leaves them out.",
            ""
        },
        footer = {
            "%nExamples:",
            "  teleost train pendulum                               results in results/pendulum-TIME/",
            "  teleost train pendulum --seeds 1..5                  five seeds and their learning curve",
            "  teleost train kuramoto-sivashinsky --preset paper --actors 2 --out ks",
            "  teleost train --out ks --resume                      goes on after Ctrl-C",
            "  teleost train --out ks --resume --steps 200000       more of it",
            "  teleost train pendulum --mode lock-step              the same policy on every run",
            "%nCtrl-C stops after the update and the evaluation in progress, with a checkpoint of everything; a second"
                    + " one at once.",
            ExitCode.HELP
        })
final class TrainCommand implements Callable<Integer> {
    private static final String STOPPING =
            "stopping; checkpoint and results so far are written (again: stop at once, without)";

    @ParentCommand
    private TeleostCommand teleost;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PROBLEM",
            description = "A control problem's name; 'teleost problems' lists them. Not needed with --resume.")
    private String problemName;

    @Mixin
    private TrainOptions train;

    @Mixin
    private TrainOutput output;

    @Override
    public Integer call() {
        List<Setting> file = new ArrayList<>();
        output.resumed().ifPresent(folder -> file.addAll(TrainingFolder.settings(folder)));
        file.addAll(train.file());
        ControlProblem problem = teleost.controlProblems().find(problemName(file));
        TrainingConfiguration configuration = TrainingConfigurator.configure(problem, file, train.settings());
        try (ResultFolder held = output.open(configuration)) {
            return train(problem, configuration, output.begin(held, configuration));
        }
    }

    private int train(ControlProblem problem, TrainingConfiguration configuration, TrainingFolder folder) {
        LearnerThreads.use(configuration.run().learnerThreads(), notice -> err().println("teleost: " + notice));
        StopRequest stop = new StopRequest();
        try (StopSignal signal = new StopSignal(err(), STOPPING, stop::request);
                TrainMonitor monitor = new TrainMonitor(
                        configuration.apt(), out(), err(), !output.screen().quiet())) {
            if (!output.screen().quiet()) {
                out().println("results in " + folder.folder());
            }
            TrainingRun run = new TrainingRun(problem, configuration, folder, monitor, System::nanoTime);
            List<SeedResult> results = run.run(stop);
            return finish(run, results, folder, stop.getAsBoolean() ? signal.exitCode() : ExitCode.OK);
        }
    }

    private String problemName(List<Setting> file) {
        Optional<String> named = TrainingConfigurator.problem(file);
        if (problemName == null && named.isEmpty()) {
            throw new ConfigException("which PROBLEM? control problems: "
                    + String.join(
                            ", ",
                            teleost.controlProblems().all().stream()
                                    .map(ControlProblem::name)
                                    .toList()));
        }
        return problemName == null ? named.get() : problemName;
    }

    /** Reports what there is, then the faults of seeds that failed, if any. */
    private int finish(TrainingRun run, List<SeedResult> results, TrainingFolder folder, int codeSoFar) {
        run.plot(results).ifPresent(err()::println);
        ObjectNode summary = run.summary(results);
        if (output.screen().text()) {
            print(results, folder.folder());
        }
        out().flush();
        int code = codeSoFar;
        for (SeedResult result : results) {
            if (result.failure().isPresent()) {
                err().println("seed " + result.seed() + " failed:");
                code = Math.max(
                        code,
                        ErrorReports.report(spec.commandLine(), result.failure().get()));
            }
        }
        if (output.screen().json()) {
            summary.put("folder", folder.folder().toString());
            out().println(Json.line(summary));
        }
        out().flush();
        return code;
    }

    private void print(List<SeedResult> results, Path folder) {
        out().println();
        for (SeedResult result : results) {
            ObjectNode summary = result.summary();
            out().printf(
                            Locale.ROOT,
                            "seed %-6d %-12s steps %-9d last %s   best %s   %.0f s%n",
                            result.seed(),
                            result.status().name().toLowerCase(Locale.ROOT),
                            summary.path("environmentSteps").asLong(),
                            mean(summary, "last"),
                            mean(summary, "best"),
                            summary.path("wallSeconds").asDouble());
        }
        out().println("results    " + folder);
    }

    private static String mean(ObjectNode summary, String which) {
        return summary.path(which).path("mean").isNumber()
                ? TextSummary.plusMinus(
                        "%.2f",
                        summary.path(which).path("mean").asDouble(),
                        summary.path(which).path("ci95").asDouble(Double.NaN))
                : "-";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
