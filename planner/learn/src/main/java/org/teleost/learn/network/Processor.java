package org.teleost.learn.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the processor of this machine can do. */
public final class Processor {
    private Processor() {}

    /** Its instruction sets as Linux names them; none on other systems. */
    public static Set<String> flags() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return flags(lines);
        } catch (IOException | UncheckedIOException e) {
            return Set.of();
        }
    }

    static Set<String> flags(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("flags"))
                .findFirst()
                .map(line -> Arrays.stream(line.substring(line.indexOf(':') + 1).split(" "))
                        .filter(flag -> !flag.isEmpty())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
