package org.teleost.experiments.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.teleost.learn.network.BlasKernel;

/**
 * Kernels of matrix products, measured in a process of their own: OpenBLAS chooses once, when it is loaded, and kernels
 * that the processor can't run end the process.
 */
final class KernelProbe {
    /** What a process found: the kernels it used and their speed. */
    record Measured(BlasKernel kernel, double gigaflops) {}

    private static final double SECONDS = 0.25;
    private static final int LONGEST_SECONDS = 20;

    private KernelProbe() {}

    /** The process: prints kernels and speed. */
    public static void main(String[] arguments) {
        System.out.printf(Locale.ROOT, "%s %.1f%n", BlasKernel.inUse().text(), BlasKernel.gigaflops(SECONDS));
    }

    /**
     * Measures in a new process.
     *
     * @param type value of {@link BlasKernel#VARIABLE} there; empty to let OpenBLAS choose
     * @return empty if that can't be done here
     */
    static Optional<Measured> run(String type) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KernelProbe.class.getName());
        Map<String, String> environment = builder.environment();
        environment.put("OPENBLAS_NUM_THREADS", "1");
        environment.put("OMP_NUM_THREADS", "1");
        environment.remove(BlasKernel.VARIABLE);
        if (!type.isEmpty()) {
            environment.put(BlasKernel.VARIABLE, type);
        }
        builder.redirectError(ProcessBuilder.Redirect.DISCARD)
                .directory(new File(System.getProperty("java.io.tmpdir")));
        try {
            Process process = builder.start();
            try {
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    return Optional.empty();
                }
                return parse(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static Optional<Measured> parse(String line) {
        String[] words = line.trim().split(" ", -1);
        try {
            return words.length == 2
                    ? Optional.of(new Measured(BlasKernel.of(words[0]), Double.parseDouble(words[1])))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
