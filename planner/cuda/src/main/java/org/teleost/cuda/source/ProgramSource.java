package org.teleost.cuda.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One translation unit made of parts. Each part begins with a {@code #line} directive of its name, so that a compiler's
 * message names the part and the line in it.
 */
public final class ProgramSource {
    private static final String FOLDER = "kernel/";
    private static final String INCLUDE = "#include \"";
    private static final String LINE = "#line ";

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

    /** The whole text; kernel files stand where they are first included. */
    public String text() {
        StringBuilder text = new StringBuilder();
        Set<String> included = new HashSet<>();
        parts.forEach(part -> append(part, text, included));
        return text.toString();
    }

    private static void append(Part part, StringBuilder text, Set<String> included) {
        if (!included.add(part.name())) {
            return;
        }
        line(1, part.name(), text);
        String name = part.name();
        int number = 0;
        for (String line : part.text().split("\n", -1)) {
            number++;
            if (line.startsWith(INCLUDE)) {
                append(kernel(quoted(line)), text, included);
                line(number + 1, name, text);
            } else if (line.startsWith(LINE)) {
                // the part is itself put together from files
                name = quoted(line);
                number = Integer.parseInt(
                                line.substring(LINE.length(), line.indexOf('"')).strip())
                        - 1;
                text.append(line).append('\n');
            } else {
                text.append(line.startsWith("#pragma once") ? "" : line).append('\n');
            }
        }
    }

    private static String quoted(String line) {
        return line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
    }

    private static void line(int number, String name, StringBuilder text) {
        text.append(LINE).append(number).append(" \"").append(name).append("\"\n");
    }
}
