package org.teleost.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.folder.ResultFolder;
import org.teleost.experiments.folder.ShardJoin;
import org.teleost.experiments.folder.ShardSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code teleost merge}: joins the shards of a job array. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.class,
        sortOptions = false,
        description = {
            "Joins the shards that --shard K/N left, and reports on them as the command does that one process runs. Names"
                    + " shards that are missing or unfinished. What needs all cells, as a grid's refinement, is"
                    + " computed here.",
            ""
        },
        footer = {
            "%nExamples:",
            "  teleost plan tiger --budget 20000ep --shard 1/2 --out run    on one machine",
            "  teleost plan tiger --budget 20000ep --shard 2/2 --out run    on another",
            "  teleost merge run                                            once both are done",
            "  teleost merge a/run b/run --out run                          from folders of two machines",
            ExitCode.HELP
        })
final class MergeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders of shards, or folders that hold some.")
    private List<Path> places = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the joined results go (default: DIR itself, if it is one that holds all shards).")
    private Path out;

    @Mixin
    private ScreenOptions screen;

    @Override
    public Integer call() {
        ShardSet shards = ShardSet.find(places);
        Path target = out != null ? out : onlyPlace(shards);
        try (ResultFolder held = ResultFolder.take(target)) {
            ShardJoin.join(shards.folders(), held.path());
        }
        if (!screen.quiet()) {
            spec.commandLine()
                    .getOut()
                    .println("joined " + shards.folders().size() + " shards of: teleost "
                            + String.join(" ", shards.command()));
        }
        List<String> command = new ArrayList<>(shards.command());
        command.addAll(List.of("--resume", "--out", target.toString()));
        if (screen.quiet()) {
            command.add("--quiet");
        }
        if (screen.json()) {
            command.add("--json");
        }
        return spec.root().commandLine().execute(command.toArray(new String[0]));
    }

    private Path onlyPlace(ShardSet shards) {
        Path place = places.get(0);
        if (places.size() > 1 || shards.folders().contains(place)) {
            throw new ConfigException("merge " + places + " needs --out DIR for the joined results");
        }
        return place;
    }
}
