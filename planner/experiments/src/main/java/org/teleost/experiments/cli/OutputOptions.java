package org.teleost.experiments.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiment.cell.Shard;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.folder.ExperimentFolder;
import org.teleost.experiments.folder.ResultFolder.Existing;
import org.teleost.experiments.report.RunFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** Options for where results go, who computes them, and what is printed. */
final class OutputOptions {
    private static final Path NOWHERE = Path.of("none");

    @Mixin
    private FolderOptions folder;

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

    /** The part of a job array that was asked for, if any. */
    Optional<Shard> part() {
        return shard.shard(folder.named());
    }

    /** Where results go; says so when the options contradict each other. */
    Path folder(String name) {
        Path path = folder.folder(name);
        cluster();
        part();
        return shard.folder(path);
    }

    /** The folder of a command that computes cells. */
    ExperimentFolder open(String command, Path path, Map<String, String> configuration) {
        return new ExperimentFolder(path, command, configuration, folder.existing());
    }

    /** The folder of a series of episodes, empty with {@code --out none}. */
    Optional<RunFolder> open(RunConfiguration configuration) {
        if (NOWHERE.equals(folder.named()) && folder.existing() != Existing.REFUSE) {
            throw new ConfigException("--resume and --overwrite need --out DIR");
        }
        Path path = folder(configuration.problem());
        return NOWHERE.equals(folder.named())
                ? Optional.empty()
                : Optional.of(new RunFolder(path, configuration, folder.existing()));
    }

    /** The folder's cells, of which this process computes all, its part, or none. */
    SharedCells cells(CommandSpec spec, ExperimentFolder cells) {
        if (cluster().given()) {
            OpenCluster open = cluster.open(spec, !screen.quiet());
            return new SharedCells(cells.cells(), open.sharing(), open);
        }
        return new SharedCells(
                cells.cells(), part().map(part -> (CellSharing) part).orElse(CellSharing.ALONE), null);
    }
}
