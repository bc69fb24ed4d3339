package org.teleost.experiments.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.teleost.experiment.Experiment;
import org.teleost.experiments.computation.ExperimentCatalog;
import org.teleost.experiments.config.ConfigException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.PicocliException;
import picocli.CommandLine.Spec;

/** {@code teleost GROUP}: the experiments of one group. */
@Command(mixinStandardHelpOptions = true, versionProvider = VersionCommand.class)
final class ExperimentGroupCommand implements Runnable {
    private final String names;

    @Spec
    private CommandSpec spec;

    private ExperimentGroupCommand(String names) {
        this.names = names;
    }

    /** Adds a command per group; experiments of a group that exists already become its subcommands. */
    static void addAll(CommandLine teleost, ExperimentCatalog catalog) {
        for (String group : catalog.groups()) {
            List<Experiment> experiments = catalog.group(group);
            CommandLine existing = teleost.getSubcommands().get(group);
            CommandSpec command = existing == null ? group(group, experiments) : existing.getCommandSpec();
            experiments.forEach(experiment -> add(command, experiment));
            if (existing == null) {
                teleost.addSubcommand(group, command);
            }
        }
    }

    private static void add(CommandSpec group, Experiment experiment) {
        try {
            group.addSubcommand(experiment.name(), ExperimentCommand.of(experiment));
        } catch (PicocliException e) {
            throw new ConfigException(
                    "experiment '" + experiment.group() + " " + experiment.name() + "' ("
                            + experiment.getClass().getName() + ") can't be a command: " + e.getMessage(),
                    e);
        }
    }

    private static CommandSpec group(String group, List<Experiment> experiments) {
        String names = experiments.stream().map(Experiment::name).collect(Collectors.joining(", "));
        CommandSpec command = CommandSpec.forAnnotatedObject(new ExperimentGroupCommand(names));
        command.name(group);
        command.usageMessage()
                .description(
                        experiments.size() == 1
                                ? experiments.get(0).summary().replace("%", "%%")
                                : "Experiments: " + names + ".");
        command.usageMessage().footer("%nEach explains itself with --help.%n");
        return command;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which experiment? " + names + "; for example " + spec.qualifiedName() + " " + names.split(", ", 2)[0]);
    }
}
