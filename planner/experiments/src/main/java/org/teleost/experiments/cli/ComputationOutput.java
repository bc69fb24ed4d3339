package org.teleost.experiments.cli;

import java.nio.file.Path;
import java.util.Map;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiments.computation.ComputationFolder;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.report.RunFolder.Existing;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for where an experiment's results go and what is printed. */
final class ComputationOutput {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for cells.jsonl, summary.json, tables and figures (default results/COMMAND-TIME).")
    private Path out;

    @Option(
            names = "--resume",
            description = "Keeps what --out DIR already holds from the same settings and computes the rest.")
    private boolean resume;

    @Option(names = "--overwrite", description = "Replaces the results in --out DIR.")
    private boolean overwrite;

    @Mixin
    private ShardOption shard;

    @Mixin
    private ScreenOptions screen;

    /** What is printed. */
    ScreenOptions screen() {
        return screen;
    }

    /** The part that this process computes. */
    ShardOption shard() {
        return shard;
    }

    /** The folder's cells, of which this process computes all, or its part. */
    CellStore cells(ComputationFolder folder) {
        return shard.shard(folder.path())
                .map(part -> folder.cells().shared(part))
                .orElse(folder.cells());
    }

    /** The run's folder. */
    ComputationFolder open(Experiment experiment, ExperimentInput input) {
        return open(experiment.group() + " " + experiment.name(), input.folder(), input.configuration());
    }

    /** The folder of a command that computes cells. */
    ComputationFolder open(String command, Path folder, Map<String, String> configuration) {
        return new ComputationFolder(folder, command, configuration, existing());
    }

    /** Where it is; says so when the options contradict each other. */
    Path folder(Experiment experiment) {
        return folder(experiment.group() + "-" + experiment.name());
    }

    /** The same for a command whose folders are called {@code name}-TIME by default. */
    Path folder(String name) {
        if (resume && overwrite) {
            throw new ConfigException("--resume keeps results and --overwrite removes them; give one");
        }
        if ((resume || overwrite) && out == null) {
            throw new ConfigException((resume ? "--resume" : "--overwrite") + " needs --out DIR");
        }
        shard.shard(out);
        return shard.folder(out == null ? OutputOptions.unused(name) : out);
    }

    private Existing existing() {
        return resume ? Existing.RESUME : overwrite ? Existing.OVERWRITE : Existing.REFUSE;
    }
}
