package org.teleost.viewer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.viewer.fixtures.Gl;
import org.teleost.viewer.fixtures.RecordedEpisode;

class MainTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return Main.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String trace() throws IOException {
        Path file = folder.resolve("tiger.mcap");
        RecordedEpisode.record(file, "tiger", 6, "listen");
        return file.toString();
    }

    @Test
    void rendersAStepAtTheSizeAskedFor() throws IOException {
        Gl.require();
        Path picture = folder.resolve("new/a.png");
        assertThat(run("render", trace(), "--step", "-1", "--size", "400x300", "-o", picture.toString()))
                .as(errors())
                .isZero();
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(400);
    }

    @Test
    void rendersAVideoWithProgress() throws IOException {
        Gl.require();
        Path video = folder.resolve("a.apng");
        assertThat(run("render", trace(), "--steps", "1..3", "--size", "300x200", "--video", video.toString()))
                .as(errors())
                .isZero();
        assertThat(Files.readString(video, StandardCharsets.ISO_8859_1)).contains("acTL\0\0\0\3");
        assertThat(errors()).contains("3 of 3");
    }

    @ParameterizedTest
    @CsvSource({
        "fly x.mcap, command=fly",
        "render, needs a trace file",
        "render x.mcap, needs a place for the picture",
        "render x.mcap --size 12 -o a.png, --size=12",
        "render x.mcap --size 12x900 -o a.png, size=12x900",
        "render x.mcap --step two -o a.png, --step=two",
        "render x.mcap --camera side -o a.png, top",
        "render x.mcap --rate 0 --video a.apng, --rate=0",
        "render x.mcap --steps 3 --video a.apng, --steps=3",
        "render x.mcap --video a.avi, no known format",
        "render x.mcap -o, -o needs a value",
        "render x.mcap y.mcap -o a.png, y.mcap"
    })
    void wrongUsageIsOneLineAndCodeTwo(String line, String message) {
        assertThat(run(line.split(" ", -1))).isEqualTo(Main.USAGE);
        assertThat(errors()).contains(message).hasLineCount(1);
    }

    @Test
    void stepsOutsideTheTraceAreRefusedWithTheRange() throws IOException {
        assertThat(run(
                        "render",
                        trace(),
                        "--step",
                        "6",
                        "-o",
                        folder.resolve("a.png").toString()))
                .isEqualTo(Main.USAGE);
        assertThat(errors()).contains("allowed range 0 to 5");
    }

    @Test
    void aMissingTraceIsNamed() {
        String missing = folder.resolve("no.mcap").toString();
        assertThat(run("render", missing, "-o", "a.png")).isEqualTo(Main.FAILED);
        assertThat(errors()).contains("no.mcap").hasLineCount(1);
    }

    @Test
    void helpShowsExamples() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("render FILE.mcap --video");
    }

    /** A process of its own in which no graphics library can be loaded. */
    @Test
    void withoutOpenGlOneMessageNamesTheWayOut() throws IOException, InterruptedException {
        Path messages = folder.resolve("messages.txt");
        ProcessBuilder java = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.lwjgl.egl.libname=none",
                "-Dorg.lwjgl.opengl.libname=none",
                "-Dorg.lwjgl.glfw.libname=none",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "render",
                trace(),
                "-o",
                folder.resolve("a.png").toString()));
        java.environment().remove("DISPLAY");
        Process process =
                java.redirectErrorStream(true).redirectOutput(messages.toFile()).start();
        assertThat(process.waitFor()).isEqualTo(Main.USAGE);
        assertThat(Files.readString(messages))
                .contains("apt-get install libegl1 libgl1-mesa-dri")
                .hasLineCount(1);
        assertThat(folder.resolve("a.png")).doesNotExist();
    }
}
