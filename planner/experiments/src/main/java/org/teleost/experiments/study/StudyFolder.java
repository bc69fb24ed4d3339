package org.teleost.experiments.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.report.DiskText;

/** The folder of a study: a file for each finished part under {@code parts}, and the reports. */
public final class StudyFolder {
    private static final String SETTINGS = "settings";
    private static final String RESULT = "result";

    private final Path folder;
    private final Path parts;
    private final String settings;

    /**
     * Creates the folder.
     *
     * @param settings text of all that the parts have in common; parts made with another are refused
     * @param resume whether there may be finished parts
     */
    public StudyFolder(Path folder, String settings, boolean resume) {
        this.folder = folder;
        this.settings = settings;
        parts = folder.resolve("parts");
        if (!resume && !empty(parts)) {
            throw new ConfigException(
                    folder + " already holds a study; go on with it by --resume or choose another --out");
        }
        createFolder(folder);
    }

    private static void createFolder(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw DiskText.cannotWrite(path, e);
        }
    }

    private static boolean empty(Path parts) {
        if (!Files.isDirectory(parts)) {
            return true;
        }
        try (Stream<Path> files = Files.list(parts)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw DiskText.cannotWrite(parts, e);
        }
    }

    public Path path() {
        return folder;
    }

    /** The finished part of this name; a file that was damaged counts as unfinished. */
    <T> Optional<T> read(String name, Class<T> type) {
        Path file = parts.resolve(name + ".json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = StudyJson.MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
            String saved = json.path(SETTINGS).asText();
            if (!saved.equals(settings)) {
                throw new ConfigException(file + " was made with other settings: " + saved + "; now: " + settings
                        + "; resume with the same settings or choose another --out");
            }
            return Optional.of(StudyJson.MAPPER.treeToValue(json.get(RESULT), type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ConfigException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Saves a finished part, a record; it is there whole or not at all. */
    void save(String name, Object result) {
        ObjectNode json = StudyJson.MAPPER.createObjectNode();
        json.put(SETTINGS, settings);
        json.set(RESULT, StudyJson.tree(result));
        createFolder(parts);
        DiskText.replace(parts.resolve(name + ".json"), json.toPrettyString() + "\n");
    }

    /** Writes a report. */
    void writeReport(String name, String text) {
        DiskText.replace(folder.resolve(name), text);
    }
}
