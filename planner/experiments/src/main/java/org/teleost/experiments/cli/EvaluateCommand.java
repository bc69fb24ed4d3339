package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.statistics.MeanInterval;
import org.teleost.experiments.training.evaluation.ActionSource;
import org.teleost.experiments.training.evaluation.Baseline;
import org.teleost.experiments.training.evaluation.Evaluation;
import org.teleost.experiments.training.evaluation.EvaluationObserver;
import org.teleost.experiments.training.evaluation.EvaluationResult;
import org.teleost.experiments.training.evaluation.EvaluationTraces;
import org.teleost.policy.PolicyFile;
import org.teleost.policy.PolicyNetwork;
import org.teleost.policy.PolicyRunner;
import org.teleost.policy.SavedPolicy;
import org.teleost.problem.ControlProblem;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.storage.WriteFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost evaluate}: how good a policy is. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = "Runs episodes of a trained policy, without exploration, or of a baseline, and prints their"
                + " undiscounted returns. A baseline beside a policy is run on the same episodes. On a problem file:"
                + " discounted returns of a policy of vectors or of a policy graph, at exact beliefs.",
        footer = {
            "%nExamples:",
            "  teleost evaluate results/pendulum-20250101-120000/seed-1/best.policy",
            "  teleost evaluate results/pendulum-20250101-120000        the same, of the first seed",
            "  teleost evaluate best.policy --episodes 1000 --baseline random",
            "  teleost evaluate --problem kuramoto-sivashinsky --baseline zero",
            "  teleost evaluate best.policy --episodes 1 --trace traces",
            "  teleost view traces/policy-0000.mcap",
            "  teleost evaluate maze.pomdp --policy maze.alpha --episodes 1000",
            "%nTraining evaluates with seed 1 and keeps the policy that is best there: a measurement with seed 1 of"
                    + " that policy is too good.",
            ExitCode.HELP
        })
final class EvaluateCommand implements Callable<Integer> {
    @ParentCommand
    private TeleostCommand teleost;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A policy file, as training writes it, or the folder of a training: its best policy; or a"
                    + " problem file (.pomdp, .pomdpx) with --policy.")
    private Path file;

    @Option(
            names = "--problem",
            paramLabel = "NAME",
            description = "The control problem (default: the one that the policy was trained on).")
    private String problemName;

    @Option(
            names = "--policy",
            paramLabel = "P",
            description = "A policy for the problem file: vectors (.alpha, APPL's XML, zmdp's text) or a graph (.pg).")
    private Path vectors;

    @Option(names = "--episodes", paramLabel = "N", description = "Episodes to run (default ${DEFAULT-VALUE}).")
    private int episodes = 100;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of the episodes (default ${DEFAULT-VALUE}; training's own evaluations use 1).")
    private long seed = 2;

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description = "zero or random: zero action, or uniformly random actions.")
    private String baselineName;

    @Option(
            names = "--trace",
            paramLabel = "DIR",
            description = "Folder for traces of the first episodes, policy-0000.mcap and so on, for 'teleost view' and"
                    + " 'teleost render'.")
    private Path traces;

    @Option(
            names = "--trace-episodes",
            paramLabel = "N",
            description = "Episodes that --trace records (default ${DEFAULT-VALUE}).")
    private int tracedEpisodes = 1;

    @Mixin
    private ModelOptions models;

    @Option(names = "--json", description = "Ends standard output with one line of JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No text, only what --json prints.")
    private boolean quiet;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() {
        if (episodes < 1 || episodes > 1_000_000) {
            throw new ConfigException("--episodes " + episodes + "; allowed range 1 to 1000000");
        }
        if (tracedEpisodes < 1 || tracedEpisodes > 10_000) {
            throw new ConfigException("--trace-episodes " + tracedEpisodes + "; allowed range 1 to 10000");
        }
        if (file != null && ModelFile.isNamed(file.toString())) {
            evaluateOnFile();
            return ExitCode.OK;
        }
        if (vectors != null) {
            throw new ConfigException("--policy " + vectors + " needs a problem file, .pomdp or .pomdpx");
        }
        if (file == null && baselineName == null) {
            throw new ConfigException("what is to be evaluated? Name a policy file, or --problem NAME --baseline zero");
        }
        if (file != null) {
            file = RunContents.policy(file, this::say);
        }
        SavedPolicy saved = file == null ? null : read(file);
        ControlProblem problem = problem(saved);
        ObjectNode object = Json.object();
        object.put("problem", problem.name());
        object.put("episodes", episodes);
        object.put("seed", seed);
        if (saved != null) {
            requireFit(saved.network(), problem);
            ObjectNode facts = object.putObject("facts");
            saved.facts().forEach(facts::put);
            report(
                    object.putObject("policy"),
                    "policy",
                    file.toString(),
                    problem,
                    new PolicyRunner(saved.network())::act);
        }
        if (baselineName != null) {
            Baseline baseline = baseline(baselineName);
            String name = baseline.name().toLowerCase(Locale.ROOT);
            report(object.putObject(name), name, name, problem, baseline.in(problem.actionBox()));
        }
        if (json) {
            out().println(Json.line(object));
        }
        out().flush();
        return ExitCode.OK;
    }

    private void evaluateOnFile() {
        if (vectors == null) {
            throw new ConfigException(file + " is a problem; add --policy P, or plan it: teleost plan " + file);
        }
        if (baselineName != null || traces != null || problemName != null) {
            String option = baselineName != null ? "--baseline" : traces != null ? "--trace" : "--problem";
            throw new ConfigException(option + " is for control problems; " + file
                    + " takes --policy, --episodes and --seed. Baselines of a file: teleost plan " + file
                    + " --policy random");
        }
        TabularPomdp model = models.table(file.toString(), spec.commandLine().getErr());
        new FilePolicyEvaluation(model, vectors).run(episodes, seed, json, quiet, out());
    }

    private static SavedPolicy read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ConfigException("policy file " + file + " does not exist");
        }
        try {
            return PolicyFile.read(file);
        } catch (IOException e) {
            String reason = WriteFailure.reason(e);
            String message = reason.contains(file.toString()) ? reason : "policy file " + file + ": " + reason;
            throw new ConfigException(message, e);
        }
    }

    private ControlProblem problem(SavedPolicy saved) {
        if (saved == null && problemName == null) {
            throw new ConfigException("a baseline alone needs --problem NAME");
        }
        return teleost.controlProblems().find(problemName == null ? saved.problem() : problemName);
    }

    private void requireFit(PolicyNetwork network, ControlProblem problem) {
        int observations = problem.observationBox().size();
        int actions = problem.actionBox().size();
        if (network.observationSize() != observations || network.actionSize() != actions) {
            throw new ConfigException("policy file " + file + " has observations=" + network.observationSize()
                    + " actions=" + network.actionSize() + ", control problem " + problem.name() + " has observations="
                    + observations + " actions=" + actions + "; leave out --problem to use the policy's own");
        }
    }

    private static Baseline baseline(String name) {
        for (Baseline baseline : Baseline.values()) {
            if (baseline.name().equalsIgnoreCase(name)) {
                return baseline;
            }
        }
        throw new ConfigException("unknown baseline '" + name + "'; choose zero or random");
    }

    private void report(ObjectNode object, String kind, String name, ControlProblem problem, ActionSource source) {
        EvaluationResult result = run(kind, name, problem, source);
        MeanInterval returns = result.returns();
        Json.put(object, "mean", returns.mean());
        Json.put(object, "standardDeviation", returns.deviation());
        Json.put(object, "standardError", result.standardError());
        Json.put(object, "ci95", returns.halfWidth());
        Json.put(object, "min", result.worst());
        Json.put(object, "max", result.best());
        Json.put(object, "successRate", result.successRate());
        Json.put(object, "stepsMean", result.stepsMean());
        Json.put(object, "microsecondsPerAction", result.microsecondsPerAction());
        if (!quiet) {
            print(name, problem, result, returns);
        }
    }

    private EvaluationResult run(String kind, String name, ControlProblem problem, ActionSource source) {
        Evaluation evaluation = new Evaluation(problem, seed, System::nanoTime);
        if (traces == null) {
            return evaluation.run(source, episodes, EvaluationObserver.NONE);
        }
        try (EvaluationTraces recording = new EvaluationTraces(traces, kind, name, tracedEpisodes, problem, seed)) {
            return evaluation.run(source, episodes, recording);
        }
    }

    private void print(String name, ControlProblem problem, EvaluationResult result, MeanInterval returns) {
        out().println(problem.name() + ", " + name + ", " + episodes + (episodes == 1 ? " episode" : " episodes")
                + ", seed " + seed);
        if (episodes == 1) {
            line("return", "%.3f", returns.mean());
        } else {
            line("return", "%.3f +- %.3f (95 %%)", returns.mean(), returns.halfWidth());
            line("standard deviation", "%.3f, standard error %.3f", returns.deviation(), result.standardError());
            line("smallest, largest", "%.3f, %.3f", result.worst(), result.best());
        }
        if (!Double.isNaN(result.successRate())) {
            line("success rate", "%.3f", result.successRate());
        }
        line("steps / episode", "%.1f", result.stepsMean());
        line("time / action", "%.2f us", result.microsecondsPerAction());
    }

    private void line(String name, String format, Object... values) {
        out().println(String.format(Locale.ROOT, "  %-20s ", name) + String.format(Locale.ROOT, format, values));
    }

    private void say(String text) {
        if (!quiet) {
            spec.commandLine().getErr().println("teleost: " + text);
            spec.commandLine().getErr().flush();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
