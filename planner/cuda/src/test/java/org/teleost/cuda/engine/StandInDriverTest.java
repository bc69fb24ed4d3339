package org.teleost.cuda.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.cuda.emulation.NativeProgram;
import org.teleost.cuda.source.ProgramSource;

/**
 * All of a GPU but the GPU: JavaCPP's presets, NVRTC and the Java code on top of them, with a stand-in for NVIDIA's
 * driver below (libcuda.cpp). Needs the libraries of {@code mvn -Pcuda,cuda-natives}, and Linux.
 */
@Tag("cuda-natives")
class StandInDriverTest {
    private static final String NVRTC = "/org/bytedeco/cuda/linux-x86_64/libnvrtc.so.11.2";

    /** Lets the driver run the emulated kernels, out of a library. */
    private static final String ENTRY = """
            extern "C" __attribute__((visibility("default"))) int stand_in_run(
                const char* name, int blocks, int threads, void* arguments, int argument) {
              EmulatedKernel kernel = emulator::find(name);
              if (kernel == nullptr) {
                return 1;
              }
              emulator::run(kernel, blocks, threads, 2, arguments, argument);
              return 0;
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mars-20", "rocksample-7-8", "navigation", "crowdnav", "tiger"})
    void decisionsAreTheHosts(String problem) throws Exception {
        assertThat(StandInDriverTest.class.getResource(NVRTC))
                .as("CUDA's libraries on the class path, put there by -Pcuda,cuda-natives")
                .isNotNull();
        Path driver = library(resource("libcuda.cpp"), List.of("-ldl", "-Wl,-soname,libcuda.so.1"));
        Files.copy(driver, folder.resolve("libcuda.so.1"));
        String output = plan(problem, library(kernels(problem), List.of("-Dmain=emulator_main")));
        assertThat(output).contains(StandInDecisions.SAME);
    }

    private static Path library(String text, List<String> options) {
        List<String> all = new ArrayList<>(List.of("-shared", "-fPIC"));
        all.addAll(options);
        return NativeProgram.compile(text, all).executable();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = StandInDriverTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String kernels(String problem) {
        ProgramSource source = PlanningProgram.of(StandInDecisions.model(problem))
                .orElseThrow()
                .source();
        return "#define TELEOST_EMULATED 1\n"
                + source.then(ProgramSource.kernel("emulator.cpp")).text()
                + ENTRY;
    }

    /** In a process of its own: the driver is found on its library path, and ends it when it is misused. */
    private String plan(String problem, Path kernels) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        // compiled by NVRTC here and now
                        "-Dteleost.cache=" + Files.createDirectories(folder.resolve("cache")),
                        StandInDecisions.class.getName(),
                        problem)
                .redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", folder.toString());
        builder.environment().put("TELEOST_STAND_IN", kernels.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
