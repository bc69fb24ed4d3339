package org.teleost.experiments.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long a process of its own takes from its start to its first picture on disk and its end. */
public final class FirstFrame {
    /** The command line's class, started as a process of its own. */
    static final String MAIN = "org.teleost.experiments.Main";

    private static final int RUNS = 5;
    private static final int PATIENCE_SECONDS = 60;

    private FirstFrame() {}

    /** Median seconds of five runs of {@code render} with this process's options and class path. */
    public static double medianSeconds(Path trace, Path picture) throws IOException {
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            seconds[run] = once(trace, picture);
        }
        Arrays.sort(seconds);
        return seconds[RUNS / 2];
    }

    private static double once(Path trace, Path picture) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(List.of("render", trace.toString(), "-o", picture.toString()));
        Path output = picture.resolveSibling("first-frame.txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("no picture within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        double seconds = 1e-9 * (System.nanoTime() - start);
        if (process.exitValue() != 0) {
            throw new IOException("render failed: " + Files.readString(output).strip());
        }
        return seconds;
    }
}
