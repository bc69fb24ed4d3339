package org.teleost.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two users of one machine: what the other puts among the temporary files, at the places that the native libraries' own
 * loaders would take, is never loaded. Needs root, to have files of another user; skipped with a line elsewhere.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
class TwoUsersTest {
    private static final int OTHER = 54_321;
    private static final String NOT_A_LIBRARY = "planted by another user";

    @TempDir
    private Path folder;

    private Path hostile;

    private void give(Path file) throws IOException {
        Files.setAttribute(file, "unix:uid", OTHER);
    }

    private void plant(String path) throws IOException {
        Path file = hostile.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, NOT_A_LIBRARY);
        for (Path at = file; !at.equals(hostile); at = at.getParent()) {
            Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwxrwxrwx"));
            give(at);
        }
    }

    /** Prints what was loaded; the home can't be written, so that temporary files are all there is. */
    private List<String> probe(boolean home) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + hostile,
                "-Duser.name=victim",
                "-Duser.home=" + (home ? Files.createDirectories(folder.resolve("home")) : Path.of("/proc/no-home")),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                NativesProbe.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("XDG_CACHE_HOME");
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the probe did not end within 120 s");
        }
        String text = Files.readString(output);
        assertThat(process.exitValue()).as(text).isZero();
        return text.lines().toList();
    }

    private void expectNothingForeign(List<String> lines) throws IOException {
        List<String> loaded = lines.stream()
                .filter(line -> line.startsWith("loaded "))
                .map(line -> line.substring("loaded ".length()))
                .toList();
        assertThat(loaded).anyMatch(file -> file.contains("imgui"));
        assertThat(loaded).anyMatch(file -> file.contains("lwjgl"));
        assertThat(loaded).anyMatch(file -> file.contains("openblas"));
        assertThat(loaded).anyMatch(file -> file.contains("jnijavacpp"));
        for (String file : loaded) {
            Path path = Path.of(file.replace(" (deleted)", ""));
            for (Path at = path; at != null && Files.exists(at); at = at.getParent()) {
                assertThat(Files.getAttribute(at, "unix:uid"))
                        .as("owner of %s, for %s", at, file)
                        .isEqualTo(0);
            }
        }
        try (Stream<Path> files = Files.walk(hostile)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as("%s", file).isEqualTo(NOT_A_LIBRARY);
            }
        }
        assertThat(folder.resolve(".lwjgl")).doesNotExist();
    }

    @Test
    void nothingOfAnotherUserIsLoaded() throws IOException, InterruptedException {
        assumeTrue(
                Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid")),
                "skipped: needs root, to have files of another user");
        hostile = Files.createDirectory(folder.resolve("tmp"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setAttribute(hostile, "unix:mode", 01777);
        for (String version : List.of("1.86.11", "1.87.5", "1.88.0", "1.89.0", "1.90.0", "v1.90.0")) {
            plant("imgui-java-natives/" + version + "/libimgui-java64.so");
        }
        for (String loader : List.of("lwjgl_victim", "lwjgl")) {
            plant(loader + "/3.3.6/x64/liblwjgl.so");
            plant(loader + "/3.3.6/x64/liblwjgl_stb.so");
        }
        plant(".javacpp-victim/cache/openblas-0.3.31-1.5.13-linux-x86_64.jar/org/bytedeco/openblas/linux-x86_64/"
                + "libopenblas.so.0");
        plant(".javacpp-victim/cache/libjnijavacpp.so");
        plant("teleost/programs/planted");
        expectNothingForeign(probe(false));
        expectNothingForeign(probe(true));
    }
}
