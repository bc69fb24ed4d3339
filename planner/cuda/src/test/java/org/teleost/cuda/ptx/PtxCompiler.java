package org.teleost.cuda.ptx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.teleost.cuda.source.ProgramSource;

/** Compiles device programs to PTX, by nvcc where it is installed, else by clang without CUDA's headers. */
enum PtxCompiler {
    NVCC("nvcc") {
        @Override
        List<String> command(Path source, Path ptx) {
            return List.of(
                    "nvcc", "-ptx", "-arch=compute_80", "-std=c++17", "--fmad=false", "-o", ptx + "", source + "");
        }
    },
    CLANG("clang") {
        @Override
        List<String> command(Path source, Path ptx) {
            return List.of(
                    "clang",
                    "-x",
                    "cuda",
                    "--cuda-device-only",
                    "--cuda-gpu-arch=sm_80",
                    "-nocudainc",
                    "-nocudalib",
                    "-std=c++17",
                    "-O2",
                    "-ffp-contract=off",
                    "-Wno-unknown-cuda-version",
                    "-S",
                    "-o",
                    ptx + "",
                    source + "");
        }
    };

    private final String program;

    PtxCompiler(String program) {
        this.program = program;
    }

    abstract List<String> command(Path source, Path ptx);

    boolean installed() {
        return onPath(program).isPresent();
    }

    static Optional<Path> onPath(String program) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            Path file = Path.of(folder, program);
            if (Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** The PTX text; throws with the compiler's messages. */
    String compile(ProgramSource source, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("program.cu");
        Path ptx = folder.resolve("program.ptx");
        Files.writeString(file, source.text());
        run(command(file, ptx));
        return Files.readString(ptx);
    }

    /** Standard output and error of a program that must succeed. */
    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String messages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + messages);
        }
        return messages;
    }
}
