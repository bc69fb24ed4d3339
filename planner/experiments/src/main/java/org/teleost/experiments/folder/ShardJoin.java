package org.teleost.experiments.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.teleost.experiments.config.ConfigException;
import org.teleost.storage.WholeFile;

/** Puts the finished cells of all shards into one folder, as if one process had computed them. */
public final class ShardJoin {
    private static final String CELLS = "cells.jsonl";

    private final List<Path> shards;
    private final Path target;

    private ShardJoin(List<Path> shards, Path target) {
        this.shards = shards;
        this.target = target;
    }

    /**
     * Joins them; the folder of a joined run may be one that holds the shards. What an earlier merge added stays.
     *
     * @param shards folders in the order of the parts
     * @throws ConfigException if they don't fit together
     */
    public static void join(List<Path> shards, Path target) {
        ShardJoin join = new ShardJoin(shards, target);
        try {
            Files.createDirectories(target);
            join.rows("steps.csv");
            join.rows("episodes.csv");
            join.cells();
            join.traces();
        } catch (IOException e) {
            throw DiskText.cannotWrite(target, e);
        }
    }

    /** Rows of all shards by their first column, the number of an episode. */
    private void rows(String name) throws IOException {
        String header = null;
        Map<Integer, List<String>> byEpisode = new TreeMap<>();
        for (Path shard : shards) {
            List<String> lines = lines(shard.resolve(name));
            if (lines.isEmpty()) {
                continue;
            }
            header = same(header, lines.get(0), shard.resolve(name));
            for (String line : lines.subList(1, lines.size())) {
                int episode = Integer.parseInt(line.substring(0, line.indexOf(',')));
                byEpisode.computeIfAbsent(episode, e -> new ArrayList<>()).add(line);
            }
        }
        if (header != null) {
            List<String> all = new ArrayList<>(List.of(header));
            byEpisode.values().forEach(all::addAll);
            write(name, all);
        }
    }

    /** Cells in the order in which one process computes them: the first of each shard, then the second, and so on. */
    private void cells() throws IOException {
        String header = null;
        List<List<String>> columns = new ArrayList<>();
        for (Path shard : shards) {
            List<String> lines = lines(shard.resolve(CELLS));
            if (!lines.isEmpty()) {
                header = same(header, lines.get(0), shard.resolve(CELLS));
                columns.add(lines.subList(1, lines.size()));
            }
        }
        if (header == null) {
            return;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        int longest = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<String> column : columns) {
                if (i < column.size()) {
                    cells.putIfAbsent(key(column.get(i)), column.get(i));
                }
            }
        }
        List<String> earlier = lines(target.resolve(CELLS));
        if (!earlier.isEmpty() && earlier.get(0).equals(header)) {
            earlier.subList(1, earlier.size()).forEach(line -> cells.putIfAbsent(key(line), line));
        }
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(cells.values());
        write(CELLS, all);
    }

    /** The text before the results: a cell's line begins with its key. */
    private static String key(String line) {
        int end = line.indexOf(",\"numbers\":");
        return end < 0 ? line : line.substring(0, end);
    }

    /** Traces have a name of their own in every shard. */
    private void traces() throws IOException {
        for (Path shard : shards) {
            try (Stream<Path> files = Files.list(shard)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".mcap")).toList()) {
                    copy(file, target.resolve(file.getFileName()));
                }
            }
        }
    }

    private static void copy(Path file, Path to) throws IOException {
        if (Files.exists(to)) {
            return;
        }
        try {
            Files.createLink(to, file);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException | UnsupportedOperationException e) {
            // another file system, or one without links
            Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String same(String header, String found, Path file) {
        if (header != null && !header.equals(found)) {
            throw new ConfigException(file + " begins with '" + found + "', the shards before it with '" + header
                    + "'; compute all with one version and one configuration");
        }
        return found;
    }

    /** Whole lines; none if there is no file. */
    private static List<String> lines(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private void write(String name, List<String> lines) throws IOException {
        WholeFile.write(target.resolve(name), String.join("\n", lines) + "\n");
    }
}
