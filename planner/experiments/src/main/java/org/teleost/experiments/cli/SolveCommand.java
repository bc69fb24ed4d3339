package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.json.Json;
import org.teleost.solvers.file.PolicyFile;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.Bounds;
import org.teleost.solvers.sarsop.Sarsop;
import org.teleost.solvers.tabular.TabularPomdp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code teleost solve}: bounds and a policy of a problem file. */
@Command(
        name = "solve",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = "Solves a problem file offline for its start and prints a lower and an upper bound of the optimal"
                + " value. The policy is vectors that earn at least the lower bound.",
        footer = {
            "%nExamples:",
            "  teleost solve tiger.pomdp",
            "  teleost solve maze.pomdp --time 60s --precision 1e-3 -o maze.alpha",
            "  teleost solve maze.pomdp --from maze.alpha -o maze.alpha     goes on from a policy",
            "  teleost solve endless.pomdp --horizon 30 -o thirty.policyx     discount 1, but 30 steps",
            "%nMethods: sarsop gives both bounds, anytime; exact both for every belief, not those that can follow from the"
                    + "%nstart alone, for small problems; pbvi a lower one over a growing set of beliefs, beside the"
                    + " informed upper%none; blind the best constant action, a lower bound; qmdp and fib (fast informed"
                    + " bound) upper bounds, whose%nvectors promise more than they earn.",
            "%nThe policy's format follows its name: .alpha (pomdp-solve), .policyx or .xml (APPL), .policy (zmdp).",
            ExitCode.HELP
        })
final class SolveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A problem file, .pomdp or .pomdpx.")
    private String file;

    @Option(names = "--time", paramLabel = "T", description = "Longest time, for example 60s or 500ms (default 60s).")
    private String time = "60s";

    @Option(
            names = "--precision",
            paramLabel = "P",
            description = "Ends when the bounds are closer than this (default ${DEFAULT-VALUE}).")
    private double precision = 1e-3;

    @Option(names = "--method", paramLabel = "M", description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private SolveMethod method = SolveMethod.sarsop;

    @Option(
            names = "--from",
            paramLabel = "POLICY",
            description = "Goes on from the vectors of a policy that was written before.")
    private Path from;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "POLICY",
            description = "File for the policy.")
    private Path policy;

    @Mixin
    private ModelOptions options;

    @Option(names = "--json", description = "Ends standard output with one line of JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress.")
    private boolean quiet;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!(precision >= 0.0)) {
            throw new ConfigException("--precision " + precision + "; allowed range 0 and above");
        }
        Sarsop.Limits limits = new Sarsop.Limits(seconds(time), precision);
        if (from != null && method != SolveMethod.sarsop) {
            throw new ConfigException("--from goes on with --method sarsop, not with " + method);
        }
        if (policy != null) {
            PolicyFile.requireNamed(policy);
        }
        TabularPomdp model = options.table(file, err);
        try (StopSignal stop = new StopSignal(err)) {
            AlphaSet first = from == null ? null : PolicyFile.read(from, model);
            SolveMethod.Result result = method.solve(model, first, limits, bounds -> say(err, bounds), stop);
            if (policy != null) {
                PolicyFile.write(policy, result.policy(), model);
            }
            report(out, result.bounds());
            return stop.getAsBoolean() ? stop.exitCode() : ExitCode.OK;
        }
    }

    private void say(PrintWriter err, Bounds bounds) {
        if (!quiet) {
            err.println("teleost: " + text(bounds));
            err.flush();
        }
    }

    private void report(PrintWriter out, Bounds bounds) {
        if (json) {
            ObjectNode object = Json.object();
            Json.put(object, "lower", bounds.lower());
            Json.put(object, "upper", bounds.upper());
            Json.put(object, "gap", bounds.gap());
            object.put("vectors", bounds.vectors());
            object.put("beliefs", bounds.beliefs());
            object.put("seconds", bounds.seconds());
            out.println(Json.line(object));
        } else {
            out.println(text(bounds));
        }
        out.flush();
    }

    private static String text(Bounds bounds) {
        String value = Double.isNaN(bounds.gap())
                ? Double.isNaN(bounds.upper())
                        ? String.format(Locale.ROOT, "at least %.6g", bounds.lower())
                        : String.format(Locale.ROOT, "at most %.6g", bounds.upper())
                : String.format(
                        Locale.ROOT, "between %.6g and %.6g, gap %.3g", bounds.lower(), bounds.upper(), bounds.gap());
        return String.format(
                Locale.ROOT,
                "%.1f s: value %s, %d vectors, %d beliefs",
                bounds.seconds(),
                value,
                bounds.vectors(),
                bounds.beliefs());
    }

    static double seconds(String text) {
        double unit = text.endsWith("ms") ? 1e-3 : text.endsWith("s") ? 1.0 : text.endsWith("m") ? 60.0 : 0.0;
        String number = text.replaceAll("[a-z]+$", "");
        try {
            double value = unit * Double.parseDouble(number);
            if (value > 0.0 && value <= 1e7) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrongTime(text);
        }
        throw wrongTime(text);
    }

    private static ConfigException wrongTime(String text) {
        return new ConfigException("--time " + text + "; allowed are times above 0 with a unit: 500ms, 60s, 10m");
    }
}
