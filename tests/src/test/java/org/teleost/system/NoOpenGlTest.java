package org.teleost.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.Main;

/** The command line in a process of its own in which no graphics library can be loaded. */
class NoOpenGlTest {
    private static final int USAGE = 2;

    @TempDir
    private Path folder;

    private record Run(int code, List<String> messages) {}

    private Run run(String... arguments) throws IOException, InterruptedException {
        Path messages = folder.resolve("messages.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.lwjgl.egl.libname=none",
                "-Dorg.lwjgl.opengl.libname=none",
                "-Dorg.lwjgl.glfw.libname=none",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment().remove("DISPLAY");
        Process process =
                java.redirectErrorStream(true).redirectOutput(messages.toFile()).start();
        return new Run(process.waitFor(), Files.readAllLines(messages));
    }

    @Test
    void planningWorksAndDrawingSaysInOneLineWhatToInstall() throws IOException, InterruptedException {
        Path out = folder.resolve("run");
        Run plan = run("plan", "tiger", "--budget", "200ep", "--episodes", "1", "--out", out.toString(), "--quiet");
        assertThat(plan.code()).as(plan.messages().toString()).isZero();
        String trace = out.resolve("episode-0000.mcap").toString();
        Run render = run("render", trace, "-o", folder.resolve("a.png").toString());
        assertThat(render.code()).isEqualTo(USAGE);
        assertThat(render.messages()).hasSize(1).first().asString().contains("apt-get install libegl1 libgl1-mesa-dri");
        assertThat(folder.resolve("a.png")).doesNotExist();
        for (String[] view : new String[][] {{"view", trace}, {"view", "--live", "tiger", "--budget", "200ep"}}) {
            Run window = run(view);
            assertThat(window.code()).isEqualTo(USAGE);
            assertThat(window.messages()).hasSize(1).first().asString().contains("no window could be opened");
        }
    }
}
