package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.teleost.experiments.catalog.ProblemFacts;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.Configurator;
import org.teleost.experiments.config.NearestName;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.config.SettingLines;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.runner.Policies;
import org.teleost.experiments.training.settings.SettingsPage;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code teleost problems}: what can be planned, and what a policy can be trained for. */
@Command(
        name = "problems",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        description = "Lists the problems on the class path, or one of them with its settings and their ranges.",
        footer = {
            "%nExamples:",
            "  teleost problems",
            "  teleost problems mars-20     every key that --set and a configuration file take, and its meaning",
            "  teleost problems pendulum    the same for training",
            "  teleost problems --json",
            "%nA jar with a service entry for org.teleost.problem.ProblemProvider adds problems to plan,",
            "one for org.teleost.problem.ControlProblemProvider control problems to train.",
            ExitCode.HELP
        })
final class ProblemsCommand implements Callable<Integer> {
    @ParentCommand
    private TeleostCommand teleost;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "PROBLEM", description = "Shows the settings of this problem.")
    private String name;

    @Option(names = "--settings", description = "Prints docs/settings.md: every key with its meaning.")
    private boolean settings;

    @Option(names = "--json", description = "Prints one line of JSON.")
    private boolean json;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (settings) {
            out.print(SettingsPage.text());
        } else if (name == null) {
            List<ProblemFacts> facts =
                    teleost.problems().all().stream().map(ProblemFacts::of).toList();
            if (json) {
                ObjectNode object = Json.object();
                ArrayNode array = object.putArray("problems");
                facts.forEach(problem -> array.add(json(problem)));
                ControlProblemLines.putAll(object.putArray("controlProblems"), teleost.controlProblems());
                out.println(Json.line(object));
            } else {
                list(out, facts);
                out.println();
                ControlProblemLines.print(out, teleost.controlProblems());
            }
        } else {
            show(out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private static void list(PrintWriter out, List<ProblemFacts> facts) {
        int width = facts.stream().mapToInt(f -> f.name().length()).max().orElse(0);
        String format = "%-" + Math.max(7, width) + "s  %7s  %12s  %14s  %5s  %8s  %s%n";
        out.printf(format, "problem", "actions", "observations", "bytes/particle", "steps", "discount", "summary");
        for (ProblemFacts f : facts) {
            out.printf(
                    Locale.ROOT,
                    format,
                    f.name(),
                    f.actions(),
                    f.observationText(),
                    f.bytesPerParticle(),
                    f.steps(),
                    f.discount(),
                    f.summary());
        }
    }

    /** A name may be that of a problem to plan or of one to train for. */
    private void show(PrintWriter out) {
        boolean plannable = teleost.problems().all().stream()
                .anyMatch(problem -> problem.name().equals(name));
        List<String> trainable = teleost.controlProblems().all().stream()
                .map(ControlProblem::name)
                .toList();
        if (plannable || trainable.isEmpty()) {
            show(out, teleost.problems().find(name));
        } else if (trainable.contains(name)) {
            ControlProblemLines.show(out, teleost.controlProblems().find(name), json);
        } else {
            List<String> names = new ArrayList<>(trainable);
            teleost.problems().all().forEach(problem -> names.add(problem.name()));
            names.sort(null);
            throw new ConfigException("unknown problem '" + name + "'" + NearestName.hint(name, names) + "\nproblems: "
                    + String.join(", ", names));
        }
    }

    private void show(PrintWriter out, Problem problem) {
        ProblemFacts facts = ProblemFacts.of(problem);
        RunConfiguration configuration = Configurator.configure(problem, List.of(), List.of());
        if (json) {
            ObjectNode object = json(facts);
            ObjectNode settings = object.putObject("settings");
            configuration.values().forEach((key, value) -> Json.putAny(settings, key, value));
            out.println(Json.line(object));
            return;
        }
        out.println(facts.name() + ": " + facts.summary());
        out.println(facts.actions() + " actions, " + facts.observationText() + " observations, "
                + facts.bytesPerParticle() + " bytes per particle, discount " + facts.discount());
        out.println("policies: " + String.join(", ", Policies.names(problem)));
        out.println();
        out.println("settings (for --set KEY=VALUE or as 'KEY: VALUE' in a configuration file):");
        SettingLines.of(Configurator.allKeys(), configuration.values()).forEach(out::println);
    }

    private static ObjectNode json(ProblemFacts facts) {
        ObjectNode object = Json.object();
        object.put("name", facts.name());
        object.put("summary", facts.summary());
        object.put("actions", facts.actions());
        if (facts.observations() > 0) {
            object.put("observations", facts.observations());
        } else {
            object.putNull("observations");
        }
        object.put("bytesPerParticle", facts.bytesPerParticle());
        object.put("steps", facts.steps());
        object.put("discount", facts.discount());
        ArrayNode baselines = object.putArray("baselines");
        facts.baselines().forEach(baselines::add);
        return object;
    }
}
