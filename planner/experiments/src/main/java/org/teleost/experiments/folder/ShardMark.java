package org.teleost.experiments.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teleost.experiment.cell.Shard;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.json.Json;

/**
 * What a shard's folder says about itself in shard.json.
 *
 * @param command arguments that all shards have in common: no {@code --shard}, no {@code --out}
 * @param complete whether all of its cells are finished
 */
public record ShardMark(Shard shard, List<String> command, boolean complete) {
    private static final String FILE = "shard.json";
    private static final String FORMAT = "teleost-shard";
    private static final int VERSION = 1;

    public ShardMark {
        command = List.copyOf(command);
    }

    /** The mark in a folder, if it is one of a shard. */
    public static Optional<ShardMark> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            if (!FORMAT.equals(json.path("format").asText())
                    || json.path("version").asInt() != VERSION) {
                throw new ConfigException(file + " has format=" + json.path("format") + " version="
                        + json.path("version") + ", this program reads " + FORMAT + " " + VERSION
                        + "; compute the shard again");
            }
            List<String> command = new ArrayList<>();
            json.path("command").forEach(word -> command.add(word.asText()));
            Shard shard = new Shard(json.path("part").asInt(), json.path("of").asInt());
            return Optional.of(
                    new ShardMark(shard, command, json.path("complete").asBoolean()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ConfigException(file + " is damaged: " + e.getMessage() + "; compute the shard again", e);
        } catch (IOException e) {
            throw new ConfigException("can't read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Writes or replaces it. */
    public void write(Path folder) {
        ObjectNode json = Json.object();
        json.put("format", FORMAT).put("version", VERSION);
        json.put("part", shard.part()).put("of", shard.of()).put("complete", complete);
        command.forEach(json.putArray("command")::add);
        DiskText.replace(folder.resolve(FILE), Json.pretty(json));
    }
}
