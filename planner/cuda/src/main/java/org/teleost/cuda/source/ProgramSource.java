package org.teleost.cuda.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One translation unit made of parts. Each part begins with a {@code #line} directive of its name, so that a compiler's
 * message names the part and the line in it.
 */
public final class ProgramSource {
    private static final String FOLDER = "kernel/";

    /** What a compiler shall call the part, and its text. */
    public record Part(String name, String text) {}

    private final List<Part> parts;

    private ProgramSource(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The given parts, in order. */
    public static ProgramSource of(Part... parts) {
        return new ProgramSource(List.of(parts));
    }

    /** This source with more parts at its end. */
    public ProgramSource then(Part... more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(List.of(more));
        return new ProgramSource(all);
    }

    /**
     * A kernel file of this module, for example {@code tree.cuh}; one that is pulled in by {@code #include} is inlined.
     */
    public static Part kernel(String file) {
        return new Part(file, resource(file));
    }

    private static String resource(String file) {
        try (InputStream in = ProgramSource.class.getResourceAsStream("/org/teleost/cuda/" + FOLDER + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no kernel file " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            append(part, text);
        }
        return text.toString();
    }

    private static void append(Part part, StringBuilder text) {
        line(1, part.name(), text);
        int number = 0;
        for (String line : part.text().split("\n", -1)) {
            number++;
            if (line.startsWith("#include \"")) {
                String file = line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
                append(kernel(file), text);
                line(number + 1, part.name(), text);
            } else if (!line.startsWith("#pragma once")) {
                text.append(line).append('\n');
            } else {
                text.append('\n');
            }
        }
    }

    private static void line(int number, String name, StringBuilder text) {
        text.append("#line ").append(number).append(" \"").append(name).append("\"\n");
    }
}
