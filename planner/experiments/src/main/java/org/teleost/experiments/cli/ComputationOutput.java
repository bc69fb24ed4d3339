package org.teleost.experiments.cli;

import java.nio.file.Path;
import java.util.Map;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiments.computation.ComputationFolder;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.report.RunFolder.Existing;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
    private ClusterOption cluster;

    @Mixin
    private ScreenOptions screen;

    /** What is printed. */
    ScreenOptions screen() {
        return screen;
    }

    /** The workers that compute. */
    ClusterOption cluster() {
        if (cluster.given() && shard.given()) {
            throw new ConfigException("--shard shares by number and --cluster by asking; give one");
        }
        return cluster;
    }

    /** The part that this process computes. */
    ShardOption shard() {
        return shard;
    }

    /** The folder's cells, of which this process computes all, its part, or none. */
    SharedCells cells(CommandSpec spec, ComputationFolder folder) {
        if (cluster().given()) {
            OpenCluster open = cluster.open(spec, !screen.quiet());
            return new SharedCells(folder.cells(), open.sharing(), open);
        }
        return new SharedCells(
                folder.cells(),
                shard.shard(folder.path()).map(part -> (CellSharing) part).orElse(CellSharing.ALONE),
                null);
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
        cluster();
        shard.shard(out);
        return shard.folder(out == null ? OutputOptions.unused(name) : out);
    }

    private Existing existing() {
        return resume ? Existing.RESUME : overwrite ? Existing.OVERWRITE : Existing.REFUSE;
    }
}
