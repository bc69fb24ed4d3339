package org.teleost.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script against a java and a Maven that only write down how they were called. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
    private static final List<String> TOOLS = List.of(("bash awk cat cut dirname env find flock grep mkdir mv paste "
                    + "readlink rm sed sha1sum sort tail touch tr true xargs")
            .split(" ", -1));

    private static final String JAVA = """
            #!/usr/bin/env bash
            if [ "$1" = -version ]; then echo 'openjdk version "17.0.9" 2023-10-17' >&2; exit 0; fi
            printf '%s\\n' "$@"
            if [ "${*: -1}" = wait ]; then read -r; fi
            """;

    private static final String MAVEN = """
            #!/usr/bin/env bash
            echo "$*" >>"$TELEOST_TEST_LOG"
            for argument in "$@"; do
                case $argument in -Dteleost.launcher=*) app=${argument#*=} ;; esac
            done
            for module in teleost-envs teleost-experiments teleost-planner; do
                mkdir -p "$app/$module"
                touch "$app/$module/$module-1.jar"
            done
            printf '%s' "$app/teleost-planner/teleost-planner-1.jar" >"$app/teleost-envs/classpath"
            """;

    @TempDir
    private Path folder;

    private Path root;
    private Path tools;

    @BeforeEach
    void checkout() throws IOException {
        root = Files.createDirectories(folder.resolve("check out"));
        tools = Files.createDirectories(folder.resolve("bin"));
        Files.copy(Path.of(System.getProperty("teleost.root"), "teleost"), root.resolve("teleost"));
        assertThat(root.resolve("teleost").toFile().setExecutable(true)).isTrue();
        for (String file : List.of("pom.xml", ".mvn/jvm.config", "planner/core/src/main/java/A.java")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), "first");
        }
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), locate(tool));
        }
        script("java", JAVA);
        script("javac", JAVA);
        script("mvn", MAVEN);
    }

    /** JUnit warns of every link that it finds. */
    @AfterEach
    void unlink() throws IOException {
        for (String tool : TOOLS) {
            Files.delete(tools.resolve(tool));
        }
    }

    @Test
    void firstUseBuildsAndRunsMain() throws Exception {
        Run run = launch(Map.of(), "plan", "two words");

        assertThat(run.exitCode()).isZero();
        assertThat(run.error()).contains("building");
        assertThat(run.output()).endsWith("org.teleost.experiments.Main\nplan\ntwo words\n");
        assertThat(run.classpath())
                .extracting(entry -> Path.of(entry).getFileName().toString())
                .containsExactly("teleost-envs-1.jar", "teleost-planner-1.jar", "teleost-experiments-1.jar");
    }

    @Test
    void unchangedSourcesAreBuiltOnce() throws Exception {
        launch(Map.of());
        Run second = launch(Map.of());

        assertThat(second.error()).isEmpty();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void changedSourcesAreBuiltAgainBesideTheOldBuild() throws Exception {
        Run first = launch(Map.of());
        Files.writeString(root.resolve("planner/core/src/main/java/A.java"), "second");
        Run second = launch(Map.of());

        assertThat(builds()).hasSize(2);
        assertThat(second.classpath()).doesNotContainAnyElementsOf(first.classpath());
        assertThat(Path.of(first.classpath().get(0))).doesNotExist();
    }

    @Test
    void buildOfRunningProgramStaysUntilItEnds() throws Exception {
        Process running = builder(root.resolve("teleost"), Map.of(), "wait")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = running.inputReader()) {
            assertThat(output.lines().anyMatch("wait"::equals)).isTrue();
            Files.writeString(root.resolve("planner/core/src/main/java/A.java"), "second");
            launch(Map.of());
            assertThat(appFolders()).hasSize(2);
            running.outputWriter().close();
            assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        Files.writeString(root.resolve("planner/core/src/main/java/A.java"), "third");
        launch(Map.of());

        assertThat(appFolders()).hasSize(1);
    }

    @Test
    void symbolicLinkFindsTheCheckout() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("check out", "teleost"));
        Path again = Files.createSymbolicLink(folder.resolve("again"), link);

        assertThat(launch(again, Map.of()).exitCode()).isZero();
    }

    @Test
    void optionsReachTheVirtualMachineInOrder() throws Exception {
        Run run = launch(Map.of("TELEOST_JAVA_OPTS", "-Xmx1g -Da=b"), "-J-Xmx2g", "-J-Dc=d e", "plan", "-Jlater");

        assertThat(run.output().lines())
                .containsSubsequence("-XX:+UseSerialGC", "-Xmx1g", "-Da=b", "-Xmx2g", "-Dc=d e", "-cp")
                .endsWith("org.teleost.experiments.Main", "plan", "-Jlater");
    }

    @Test
    void collectorOfTheUserReplacesTheDefault() throws Exception {
        Run run = launch(Map.of(), "-J-XX:+UseParallelGC");

        assertThat(run.output().lines()).contains("-XX:+UseParallelGC").doesNotContain("-XX:+UseSerialGC");
    }

    /** A digit in the name, or an option that the JVM reads by itself. */
    @Test
    void anyCollectorOfTheUserReplacesTheDefault() throws Exception {
        assertThat(launch(Map.of(), "-J-XX:+UseG1GC").output()).doesNotContain("UseSerialGC");
        for (String name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "TELEOST_JAVA_OPTS")) {
            Run run = launch(Map.of(name, "-Da=b -XX:+UseZGC"));
            assertThat(run.output()).as(name).doesNotContain("UseSerialGC");
        }
        assertThat(launch(Map.of("JAVA_TOOL_OPTIONS", "-Da=b")).output()).contains("UseSerialGC");
    }

    @Test
    void halfTheMemoryIsTheHeapUnlessTheUserSaysOtherwise() throws Exception {
        assertThat(launch(Map.of()).output()).contains("-XX:MaxRAMPercentage=50");
        assertThat(launch(Map.of(), "-J-Xmx2g").output()).doesNotContain("MaxRAMPercentage");
        assertThat(launch(Map.of("JAVA_TOOL_OPTIONS", "-XX:MaxRAMPercentage=80"))
                        .output())
                .doesNotContain("-XX:MaxRAMPercentage=50");
    }

    @Test
    void aColonInThePathIsRefusedInOneLine() throws Exception {
        Path odd = Files.createDirectories(folder.resolve("a:b"));
        Files.copy(root.resolve("teleost"), odd.resolve("teleost"));
        assertThat(odd.resolve("teleost").toFile().setExecutable(true)).isTrue();
        Run run = launch(odd.resolve("teleost"), Map.of());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error().lines()).singleElement().asString().contains("':'", "move the checkout");
    }

    /** As in a checkout that is read only, or another user's. */
    @Test
    void aCheckoutThatCanNotBeBuiltInSaysWhatToDo() throws Exception {
        Files.writeString(root.resolve(".teleost"), "no folder");
        Run run = launch(Map.of());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error()).startsWith("teleost: there is no build").contains("copy of your own");
        assertThat(run.error().lines()).hasSize(2);
    }

    @Test
    void anotherShellIsToldToUseBash() throws Exception {
        Process process = new ProcessBuilder("sh", root.resolve("teleost").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean isBash = process.waitFor() != 2 || !said.contains("needs bash");
        // where sh is bash itself there is nothing to be told
        assertThat(isBash && !Files.isSameFile(locate("sh"), locate("bash")))
                .as(said)
                .isFalse();
    }

    @Test
    void newerJavaIsToldThatNativeAccessIsWanted() throws Exception {
        Run older = launch(Map.of());
        script("java", JAVA.replace("17.0.9", "25"));
        Run newer = launch(Map.of());

        assertThat(older.output()).doesNotContain("--enable-native-access");
        assertThat(newer.output()).contains("--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void thirdPartyJarsComeLastOnTheClassPath() throws Exception {
        Run run = launch(Map.of("TELEOST_CLASSPATH", "/opt/mine.jar"));

        assertThat(run.classpath()).last().isEqualTo("/opt/mine.jar");
    }

    @Test
    void cudaIsBuiltOnlyWhenTheEnvironmentAsksForIt() throws Exception {
        for (String file : List.of("planner/cuda/pom.xml", "planner/cuda/src/cuda/java/B.java")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), "first");
        }
        launch(Map.of());
        launch(Map.of("TELEOST_CUDA", "0"));
        launch(Map.of("TELEOST_CUDA", "emulated"));
        launch(Map.of("TELEOST_CUDA", "1"));
        Run unknown = launch(Map.of("TELEOST_CUDA", "yes"));

        assertThat(builds()).hasSize(3);
        assertThat(builds().get(0)).doesNotContain("cuda");
        assertThat(builds().get(1)).contains(",planner/cuda ").doesNotContain("-Pcuda");
        assertThat(builds().get(2)).contains(",planner/cuda ", "-Pcuda,cuda-natives");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.error()).startsWith("teleost: TELEOST_CUDA=yes; write 1");
    }

    @Test
    void missingJavaIsExplained() throws Exception {
        Files.delete(tools.resolve("java"));
        Run run = launch(Map.of());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error()).contains("Java 17 or newer").contains("apt-get install openjdk-17-jdk maven");
    }

    @Test
    void oldJavaIsExplained() throws Exception {
        script("java", JAVA.replace("17.0.9", "11.0.2"));
        Run run = launch(Map.of());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error()).contains("is version 11").contains("apt-get install openjdk-17-jdk maven");
    }

    @Test
    void wrongJavaHomeIsExplained() throws Exception {
        Run run = launch(Map.of("JAVA_HOME", "/nowhere"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error()).contains("JAVA_HOME=/nowhere");
    }

    @Test
    void missingMavenIsExplained() throws Exception {
        Files.delete(tools.resolve("mvn"));
        Run run = launch(Map.of());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error()).contains("Maven").contains("apt-get install openjdk-17-jdk maven");
    }

    @Test
    void failedBuildShowsTheEndOfItsLogAndIsTriedAgain() throws Exception {
        script("mvn", "#!/usr/bin/env bash\necho 'A.java:[1,1] error: no such thing'\nexit 1\n");
        Run failed = launch(Map.of());
        script("mvn", MAVEN);
        Run mended = launch(Map.of());

        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.error()).contains("no such thing").contains("build.log");
        assertThat(mended.exitCode()).isZero();
    }

    @Test
    void offlineBuildFallsBackToDownloading() throws Exception {
        script(
                "mvn",
                "#!/usr/bin/env bash\nif [[ \" $* \" = *' -o '* ]]; then echo 'Cannot access central in offline mode'; "
                        + "exit 1; fi\n" + MAVEN.substring(MAVEN.indexOf('\n') + 1));
        Run run = launch(Map.of());

        assertThat(run.exitCode()).isZero();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void launchersThatStartTogetherBuildOnce() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(builder(root.resolve("teleost"), Map.of())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        assertThat(builds()).hasSize(1);
    }

    private record Run(int exitCode, String output, String error) {
        List<String> classpath() {
            List<String> arguments = output.lines().toList();
            return List.of(arguments.get(arguments.indexOf("-cp") + 1).split(":", -1));
        }
    }

    private Run launch(Map<String, String> environment, String... arguments) throws Exception {
        return launch(root.resolve("teleost"), environment, arguments);
    }

    private Run launch(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        Path error = Files.createTempFile(folder, "error", ".txt");
        Process process = builder(launcher, environment, arguments)
                .redirectError(error.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output, Files.readString(error));
    }

    private ProcessBuilder builder(Path launcher, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("TELEOST_TEST_LOG", log().toString());
        builder.environment().putAll(environment);
        return builder;
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(log());
    }

    private List<Path> appFolders() throws IOException {
        try (Stream<Path> entries = Files.list(root.resolve(".teleost"))) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    private Path log() {
        return folder.resolve("builds.txt");
    }

    private void script(String name, String text) throws IOException {
        Path file = tools.resolve(name);
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path locate(String tool) {
        for (String directory : System.getenv("PATH").split(":", -1)) {
            Path candidate = Path.of(directory, tool);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no " + tool + " on the PATH");
    }
}
