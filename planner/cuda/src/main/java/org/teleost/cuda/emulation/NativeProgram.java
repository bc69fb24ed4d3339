package org.teleost.cuda.emulation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.source.ProgramCache;
import org.teleost.cuda.source.ProgramSource;

/**
 * A program for the CPU, compiled by the machine's C++ compiler and kept under the hash of everything that went into
 * it. The compiler is {@code g++}, or what the environment variable {@code CXX} names.
 *
 * @param executable the compiled program
 */
public record NativeProgram(Path executable) {
    /** System property: further options for compiling emulators, separated by blanks, for example sanitizers. */
    public static final String EMULATOR_OPTIONS = "teleost.emulatorOptions";

    /** No contraction and no reassociation: the same arithmetic as Java's. */
    private static final List<String> OPTIONS =
            List.of("-std=c++17", "-O2", "-ffp-contract=off", "-pthread", "-Wall", "-Wextra", "-Wno-unused-function");

    private static final Object COMPILING = new Object();

    /** Compiles kernels and model with the emulator, or finds them compiled; {@code defined} names macros to set. */
    public static NativeProgram emulator(ProgramSource source, String... defined) {
        StringBuilder text = new StringBuilder("#define TELEOST_EMULATED 1\n");
        for (String macro : defined) {
            text.append("#define ").append(macro).append(" 1\n");
        }
        text.append(source.then(ProgramSource.kernel("emulator.cpp")).text());
        return compile(text.toString(), emulatorOptions());
    }

    private static List<String> emulatorOptions() {
        String options = System.getProperty(EMULATOR_OPTIONS, "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    /** Compiles C++17 text, or finds it compiled; throws {@link DeviceException} with the compiler's messages. */
    public static NativeProgram compile(String text, List<String> moreOptions) {
        List<String> command = new ArrayList<>(List.of(compiler()));
        command.addAll(OPTIONS);
        command.addAll(moreOptions);
        ProgramCache cache = ProgramCache.standard();
        Path executable = cache.file(String.join(" ", command) + "\n" + text);
        synchronized (COMPILING) {
            if (!isSound(executable)) {
                build(text, command, cache, executable);
            }
        }
        return new NativeProgram(executable);
    }

    private static boolean isSound(Path executable) {
        try {
            return Files.isExecutable(executable) && ProgramCache.isSound(executable);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + executable, e);
        }
    }

    /** The C++ compiler: {@code CXX} of the environment, else {@code g++}. */
    public static String compiler() {
        String named = System.getenv("CXX");
        return named == null || named.isBlank() ? "g++" : named;
    }

    /** Whether {@link #compiler} is a program here. */
    public static boolean compilerIsInstalled() {
        Path named = Path.of(compiler());
        if (named.getNameCount() > 1) {
            return Files.isExecutable(named);
        }
        String path = System.getenv("PATH");
        return path != null
                && Pattern.compile(File.pathSeparator)
                        .splitAsStream(path)
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(named)));
    }

    private static void build(String text, List<String> command, ProgramCache cache, Path executable) {
        try {
            Path source = cache.scratch(".cpp");
            Path output = cache.scratch("");
            try {
                Files.writeString(source, text);
                List<String> all = new ArrayList<>(command);
                all.addAll(List.of("-o", output.toString(), source.toString()));
                run(all);
                ProgramCache.publish(output, executable);
            } finally {
                Files.deleteIfExists(source);
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("compiling in " + cache.folder(), e);
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new DeviceException(
                    "no C++ compiler: '" + command.get(0) + "' can't be run (" + e.getMessage()
                            + "); install one (Debian, Ubuntu: apt-get install g++) or name one in CXX",
                    e);
        }
        process.getOutputStream().close();
        String messages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new DeviceException("the device program does not compile:\n" + messages);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceException("interrupted while compiling", e);
        }
    }
}
