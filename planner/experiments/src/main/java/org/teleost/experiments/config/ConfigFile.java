package org.teleost.experiments.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A flat YAML file of {@code key: value} lines; every value keeps the line it came from. */
public final class ConfigFile {
    private static final int LARGEST = 1 << 20;

    private ConfigFile() {}

    /** Reads the file; throws {@link ConfigException} when it is missing, unreadable or not flat. */
    public static List<Setting> read(Path file) {
        if (!Files.exists(file) || Files.isDirectory(file)) {
            throw new ConfigException("configuration file " + file
                    + (Files.exists(file) ? " is a folder; name a file in it" : " does not exist"));
        }
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = new YAMLFactory().createParser(bytes(in, file))) {
            return settings(parser, file);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ConfigException(at(file, line) + ": not valid YAML: " + firstLine(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new ConfigException("configuration file " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    /** All of it, a pipe's or standard input's, too. */
    private static byte[] bytes(InputStream in, Path file) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new ConfigException("configuration file " + file + " has more than " + LARGEST + " bytes");
        }
        return bytes;
    }

    private static List<Setting> settings(JsonParser parser, Path file) throws IOException {
        List<Setting> settings = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        JsonToken first = parser.nextToken();
        if (first == null) {
            return settings;
        }
        if (first != JsonToken.START_OBJECT) {
            throw new ConfigException(
                    at(file, parser.currentTokenLocation().getLineNr()) + ": expected lines of the form key: value");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            int line = parser.currentTokenLocation().getLineNr();
            String place = at(file, line);
            JsonToken value = parser.nextToken();
            if (!value.isScalarValue() || value == JsonToken.VALUE_NULL) {
                throw new ConfigException(place + ": " + key + " needs a single value");
            }
            Integer earlier = seen.put(key, line);
            if (earlier != null) {
                throw new ConfigException(place + ": " + key + " is already set in line " + earlier);
            }
            settings.add(new Setting(key, parser.getText(), place));
        }
        if (parser.nextToken() != null) {
            throw new ConfigException(at(file, parser.currentTokenLocation().getLineNr())
                    + ": a second document begins here; a configuration is one, without ---");
        }
        return settings;
    }

    private static String at(Path file, int line) {
        return file + " line " + line;
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
