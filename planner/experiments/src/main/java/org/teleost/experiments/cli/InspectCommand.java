package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.teleost.experiments.json.Json;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.tabular.Endings;
import org.teleost.solvers.tabular.TableFacts;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.solvers.value.StartValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code teleost inspect}: what a problem file holds. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description =
                "Reads a problem file (.pomdp, .pomdpx) and prints its sizes, what is odd about it, and exact values"
                        + " at its start: of random actions, of the best constant action, of the problem in which the"
                        + " state is seen, and QMDP.",
        footer = {
            "%nExamples:",
            "  teleost inspect tiger.pomdp",
            "  teleost inspect old-maze.pomdp --lenient",
            "  teleost inspect tiger.pomdp --json",
            ExitCode.HELP
        })
final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A problem file.")
    private String file;

    @Mixin
    private ModelOptions options;

    @Option(names = "--json", description = "Prints one line of JSON.")
    private boolean json;

    @Mixin
    DebugOption debugOption;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ModelFile model = options.read(file, spec.commandLine().getErr());
        TabularPomdp table = options.table(model);
        TableFacts facts = TableFacts.of(table);
        StartValues values = table.discount() < 1.0 || Endings.mostSteps(table) >= 0 ? StartValues.of(table) : null;
        if (json) {
            out.println(Json.line(json(model, table, facts, values)));
        } else {
            print(out, model, table, facts, values);
        }
        out.flush();
        return ExitCode.OK;
    }

    private static ObjectNode json(ModelFile model, TabularPomdp table, TableFacts facts, StartValues values) {
        ObjectNode object = Json.object();
        object.put("name", table.name());
        object.put("format", model.format());
        object.put("states", table.stateCount());
        object.put("actions", table.actionCount());
        object.put("observations", table.observationCount());
        object.put("discount", table.discount());
        object.put("cost", table.cost());
        object.put("reachableStates", facts.reachable());
        object.put("terminalStates", facts.terminal());
        object.put("transitions", facts.transitions());
        object.put("observationEntries", facts.observations());
        object.put("leastReward", facts.leastReward());
        object.put("mostReward", facts.mostReward());
        object.put("worstTransitionSum", facts.worstTransition());
        object.put("worstObservationSum", facts.worstObservation());
        ObjectNode inner = object.putObject("values");
        Json.put(inner, "random", values == null ? Double.NaN : values.random());
        Json.put(inner, "constant", values == null ? Double.NaN : values.constant());
        Json.put(inner, "mdp", values == null ? Double.NaN : values.mdp());
        Json.put(inner, "qmdp", values == null ? Double.NaN : values.qmdp());
        model.warnings().forEach(object.putArray("warnings")::add);
        return object;
    }

    private static void print(
            PrintWriter out, ModelFile model, TabularPomdp table, TableFacts facts, StartValues values) {
        line(out, "problem", "%s (%s, %s)", table.name(), model.format(), table.cost() ? "cost" : "reward");
        line(out, "states", "%d, %d reachable, %d terminal", table.stateCount(), facts.reachable(), facts.terminal());
        line(out, "actions", "%d", table.actionCount());
        line(out, "observations", "%d", table.observationCount());
        line(out, "discount", "%s", table.discount());
        double rows = (double) table.stateCount() * table.actionCount();
        line(out, "transitions", "%d, %.3g per state and action", facts.transitions(), facts.transitions() / rows);
        line(out, "observing", "%d, %.3g per state and action", facts.observations(), facts.observations() / rows);
        line(out, "rewards", "%.6g to %.6g", facts.leastReward(), facts.mostReward());
        line(out, "row sums", "off by at most %.1e (T), %.1e (O)", facts.worstTransition(), facts.worstObservation());
        if (values == null) {
            line(
                    out,
                    "values",
                    "none: with discount 1 the sum of rewards may be infinite; --horizon N gives it an end");
            return;
        }
        out.println("exact values at the start, " + (table.cost() ? "negated costs:" : "in units of reward:"));
        line(out, "  random", "%.10g", values.random());
        String action = table.actions().get(values.constantAction());
        line(out, "  constant", "%.10g (always %s)", values.constant(), action);
        line(out, "  fully observed", "%.10g", values.mdp());
        line(out, "  QMDP", "%.10g", values.qmdp());
    }

    private static void line(PrintWriter out, String key, String format, Object... values) {
        out.printf(Locale.ROOT, "%-18s %s%n", key, String.format(Locale.ROOT, format, values));
    }
}
