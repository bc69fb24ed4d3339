package org.teleost.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.teleost.experiment.cell.Shard;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.report.RunFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for where results go and what is printed. */
final class OutputOptions {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for episodes.csv, steps.csv, summary.json, returns.svg, returns.png and traces"
                    + " (default results/PROBLEM-TIME); 'none' writes nothing.")
    private String out;

    @Option(
            names = "--resume",
            description = "Keeps the episodes that --out DIR already holds from the same configuration and runs the"
                    + " rest.")
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

    /** The part of a job array that was asked for, if any. */
    Optional<Shard> part() {
        return shard.shard(out);
    }

    /** The run's folder, empty with {@code --out none}. */
    Optional<RunFolder> open(RunConfiguration configuration) {
        if (resume && overwrite) {
            throw new ConfigException("--resume keeps results and --overwrite removes them; give one");
        }
        if ((resume || overwrite) && (out == null || out.equals("none"))) {
            throw new ConfigException((resume ? "--resume" : "--overwrite") + " needs --out DIR");
        }
        cluster();
        part();
        if ("none".equals(out)) {
            return Optional.empty();
        }
        Path folder = shard.folder(out == null ? unused(configuration.problem()) : Path.of(out));
        RunFolder.Existing existing = resume
                ? RunFolder.Existing.RESUME
                : overwrite ? RunFolder.Existing.OVERWRITE : RunFolder.Existing.REFUSE;
        return Optional.of(new RunFolder(folder, configuration, existing));
    }

    /** A folder in results/ that does not exist yet. */
    static Path unused(String problem) {
        String name = problem + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
        Path folder = Path.of("results", name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = Path.of("results", name + "-" + i);
        }
        return folder;
    }
}
