package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.ExperimentOption;
import org.teleost.experiment.ExperimentOutcome;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiments.computation.RenderedReport;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.folder.ExperimentFolder;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.report.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code teleost GROUP NAME}: an experiment of the class path; its options come from the experiment itself. */
@Command(mixinStandardHelpOptions = true, versionProvider = VersionCommand.class, sortOptions = false)
final class ExperimentCommand implements Callable<Integer> {
    private static final String STOPPING = "stopping; finished cells are kept, --resume goes on (again: stop at once)";
    private final Experiment experiment;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputOptions output;

    private ExperimentCommand(Experiment experiment) {
        this.experiment = experiment;
    }

    /** The command with the experiment's options before the general ones. */
    static CommandSpec of(Experiment experiment) {
        CommandSpec command = CommandSpec.forAnnotatedObject(new ExperimentCommand(experiment));
        command.name(experiment.name());
        command.usageMessage().description(escaped(experiment.summary()), "");
        List<String> footer = new ArrayList<>();
        footer.add("%nExamples:");
        experiment.examples().forEach(example -> footer.add("  teleost " + escaped(example)));
        footer.add("%nExit codes: 0 done, 1 internal error, 2 wrong usage, 3 a result is outside its tolerance or"
                + "%nthe simulation failed, 4 results can't be written, 130 interrupted (Ctrl-C).%n");
        command.usageMessage().footer(footer.toArray(new String[0]));
        for (ExperimentOption<?> option : experiment.options()) {
            command.addOption(option(option));
        }
        return command;
    }

    private static OptionSpec option(ExperimentOption<?> option) {
        OptionSpec.Builder builder = OptionSpec.builder("--" + option.name());
        if (option.label().isEmpty()) {
            return builder.type(boolean.class)
                    .description(escaped(option.description()))
                    .build();
        }
        String range = option.range().isEmpty() ? "" : option.range() + "; ";
        String byDefault = option.defaultText().isEmpty() ? "none" : option.defaultText();
        return builder.type(String.class)
                .paramLabel(option.label())
                .description(escaped(option.description() + " (" + range + "default " + byDefault + ")"))
                .build();
    }

    /** Descriptions are formats to picocli. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    @Override
    public Integer call() throws IOException {
        CellSharing worker = ClusterOption.ofWorker(spec);
        if (worker != null) {
            ExperimentInput input =
                    input(Path.of("nowhere"), CellStore.inMemory().shared(worker), () -> false);
            experiment.check(input);
            experiment.run(input, new NoReport());
            return ExitCode.OK;
        }
        try (StopSignal stop = new StopSignal(err(), STOPPING, () -> {})) {
            ExperimentInput input =
                    input(output.folder(experiment.group() + "-" + experiment.name()), CellStore.inMemory(), stop);
            boolean shared = output.shard().given() || output.cluster().given();
            if (shared && !experiment.shareable()) {
                throw new ConfigException((output.shard().given() ? "--shard" : "--cluster") + ": 'teleost "
                        + experiment.group() + " " + experiment.name()
                        + "' computes one cell after the other, so there is nothing to share; leave it out");
            }
            experiment.check(input);
            try (ExperimentFolder folder = output.open(
                            experiment.group() + " " + experiment.name(), input.folder(), input.configuration());
                    SharedCells cells = output.cells(spec, folder)) {
                return run(input.with(cells.store()), folder, stop);
            }
        }
    }

    private ExperimentInput input(Path folder, CellStore cells, BooleanSupplier stop) {
        ExperimentInput input = ExperimentInput.defaults(experiment, folder, cells, stop);
        for (ExperimentOption<?> option : experiment.options()) {
            if (spec.commandLine().getParseResult().hasMatchedOption("--" + option.name())) {
                Object value = spec.findOption("--" + option.name()).getValue();
                input = input.with(option.name(), String.valueOf(value));
            }
        }
        return input;
    }

    private int run(ExperimentInput input, ExperimentFolder folder, StopSignal stop) throws IOException {
        long start = System.nanoTime();
        try (ExperimentScreen screen = new ExperimentScreen(
                experiment.group() + " " + experiment.name(),
                out(),
                err(),
                !output.screen().quiet())) {
            screen.print(List.of("results in " + folder.path()));
            output.shard().begin(spec, folder.path());
            RenderedReport report = new RenderedReport(folder, screen);
            ExperimentOutcome outcome = experiment.run(input, report);
            boolean part = output.shard().given() && outcome == ExperimentOutcome.STOPPED && !stop.getAsBoolean();
            screen.endProgress();
            ObjectNode summary = summary(input, outcome, report, 1e-9 * (System.nanoTime() - start));
            folder.writeSummary(summary);
            screen.print(List.of("", "results    " + folder.path()));
            if (part || outcome != ExperimentOutcome.STOPPED) {
                output.shard().complete(spec, folder.path()).ifPresent(line -> screen.print(List.of(line)));
            }
            if (output.screen().json()) {
                summary.put("folder", folder.path().toString());
                out().println(Json.line(summary));
            }
            out().flush();
            if (report.diskFailure().isPresent()) {
                return ErrorReports.report(
                        spec.commandLine(), report.diskFailure().get());
            }
            return switch (outcome) {
                case COMPLETE -> ExitCode.OK;
                case OUTSIDE -> ExitCode.MODEL;
                case STOPPED -> part ? ExitCode.OK : stop.getAsBoolean() ? stop.exitCode() : ExitCode.FAILED;
            };
        }
    }

    private ObjectNode summary(
            ExperimentInput input, ExperimentOutcome outcome, RenderedReport report, double seconds) {
        ObjectNode summary = Json.object();
        summary.put("experiment", experiment.group() + " " + experiment.name());
        summary.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
        Json.putAny(summary, "settings", input.settings());
        summary.put("wallSeconds", seconds);
        Json.putAny(summary, "versions", Versions.current().values());
        summary.set("results", report.results());
        return summary;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
