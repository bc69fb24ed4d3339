package org.teleost.experiments.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.teleost.experiment.cell.Shard;
import org.teleost.experiments.config.ConfigException;
import org.teleost.storage.WriteFailure;

/**
 * All shards of one command.
 *
 * @param command arguments that they have in common
 * @param folders folder of each shard, in the order of the parts
 */
public record ShardSet(List<String> command, List<Path> folders) {
    /**
     * Finds the shards.
     *
     * @param places folders of shards, or folders that hold some
     * @throws ConfigException naming what is missing, unfinished, there twice or of another command
     */
    public static ShardSet find(List<Path> places) {
        Map<Integer, Path> folders = new TreeMap<>();
        ShardMark first = null;
        Path firstFolder = null;
        List<ShardMark> unfinished = new ArrayList<>();
        for (Path folder : candidates(places)) {
            ShardMark mark = ShardMark.read(folder).orElseThrow();
            if (first == null) {
                first = mark;
                firstFolder = folder;
            }
            requireSame(first, firstFolder, mark, folder);
            Path other = folders.put(mark.shard().part(), folder);
            if (other != null) {
                throw new ConfigException("shard " + mark.shard().text() + " is there twice, in " + other + " and in "
                        + folder + "; name one of them");
            }
            if (!mark.complete()) {
                unfinished.add(mark);
            }
        }
        if (first == null) {
            throw new ConfigException("no shard in " + places + "; a shard is what --shard K/N --out DIR leaves in"
                    + " DIR/shard-K-of-N with its shard.json");
        }
        requireAll(first, folders, unfinished);
        return new ShardSet(first.command(), List.copyOf(folders.values()));
    }

    private static List<Path> candidates(List<Path> places) {
        List<Path> folders = new ArrayList<>();
        for (Path place : places) {
            if (!Files.isDirectory(place)) {
                throw new ConfigException(place + " is no folder; name folders of shards, or one that holds them");
            }
            if (ShardMark.read(place).isPresent()) {
                folders.add(place);
                continue;
            }
            try (Stream<Path> inside = Files.list(place)) {
                inside.filter(path -> Shard.named(path.getFileName().toString()) != null)
                        .filter(path -> ShardMark.read(path).isPresent())
                        .sorted()
                        .forEach(folders::add);
            } catch (IOException e) {
                throw new ConfigException("can't read folder " + place + ": " + WriteFailure.reason(e), e);
            }
        }
        return folders;
    }

    private static void requireSame(ShardMark first, Path firstFolder, ShardMark mark, Path folder) {
        if (mark.shard().of() != first.shard().of()) {
            throw new ConfigException("shards of different splits: " + firstFolder + " is "
                    + first.shard().text() + ", " + folder + " is "
                    + mark.shard().text() + "; merge one split");
        }
        if (!mark.command().equals(first.command())) {
            throw new ConfigException("shards of different commands: " + firstFolder + " is 'teleost "
                    + String.join(" ", first.command()) + "', " + folder + " is 'teleost "
                    + String.join(" ", mark.command()) + "'; compute all with one command");
        }
    }

    private static void requireAll(ShardMark first, Map<Integer, Path> folders, List<ShardMark> unfinished) {
        List<String> lacking = new ArrayList<>();
        int of = first.shard().of();
        for (int part = 1; part <= of; part++) {
            if (!folders.containsKey(part)) {
                lacking.add(part + "/" + of);
            }
        }
        Optional<ShardMark> half = unfinished.stream().findFirst();
        if (lacking.isEmpty() && half.isEmpty()) {
            return;
        }
        List<String> halves =
                unfinished.stream().map(mark -> mark.shard().text()).toList();
        String next = lacking.isEmpty() ? halves.get(0) : lacking.get(0);
        throw new ConfigException((lacking.isEmpty() ? "" : "missing shards: " + String.join(", ", lacking) + "; ")
                + (halves.isEmpty() ? "" : "unfinished shards: " + String.join(", ", halves) + "; ")
                + "compute each with its command: teleost " + String.join(" ", first.command()) + " --shard " + next
                + " --resume --out DIR");
    }
}
