package org.teleost.experiments.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.teleost.experiment.cell.Shard;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.folder.ShardMark;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The part of a command's cells that this process computes, within a job array. */
final class ShardOption {
    @Option(
            names = "--shard",
            paramLabel = "K/N",
            description = "Computes the K-th of N equal parts, into a folder of its own in --out DIR, for job arrays;"
                    + " 'auto' asks SLURM, 'auto/N' Kubernetes. 'teleost merge DIR' joins them.")
    private String text;

    /** What was asked for, if anything; refused without a common folder. */
    Optional<Shard> shard(Path out) {
        if (text == null) {
            return Optional.empty();
        }
        Shard shard = Shard.parse(text, System.getenv());
        if (out == null || out.toString().equals("none")) {
            throw new ConfigException("--shard " + text + " needs --out DIR: the folder that all shards share, or that"
                    + " 'teleost merge' gets with others");
        }
        return Optional.of(shard);
    }

    /** Whether one was asked for. */
    boolean given() {
        return text != null;
    }

    /** Where the results go: the folder itself, or this part's within it. */
    Path folder(Path out) {
        return shard(out).map(shard -> out.resolve(shard.name())).orElse(out);
    }

    /** Marks the folder of a shard that begins, or goes on. */
    void begin(CommandSpec spec, Path folder) {
        mark(spec, folder, false);
    }

    /** Marks the folder of a shard whose cells are all finished; returns what to tell the user. */
    Optional<String> complete(CommandSpec spec, Path folder) {
        mark(spec, folder, true);
        return shard(folder)
                .map(shard -> "shard " + shard.text() + " is complete; join all of them with: teleost merge "
                        + folder.getParent());
    }

    private void mark(CommandSpec spec, Path folder, boolean complete) {
        shard(folder).ifPresent(shard -> new ShardMark(shard, CommonArguments.of(spec), complete).write(folder));
    }
}
