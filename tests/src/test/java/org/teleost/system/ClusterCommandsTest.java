package org.teleost.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.catalog.ProblemCatalog;
import org.teleost.experiments.cli.TeleostCommand;
import picocli.CommandLine;

/** Commands with --cluster and their workers, each on a thread of its own or in a process. */
@Timeout(90)
class ClusterCommandsTest {
    private static final String PLAN = "plan tiger --budget 300ep --steps 10 --episodes 9";

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {}

    private static Ended run(String line) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = TeleostCommand.commandLine(ProblemCatalog::installed);
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(err, true));
        return new Ended(commands.execute(line.split(" ")), out.toString(), err.toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The command with workers of so many threads each; one that is late finds no master and ends by itself. */
    private static Ended cluster(String line, int... threads) throws IOException {
        int port = freePort();
        for (int count : threads) {
            String worker = "worker --once --join " + port + " --wait 30 --name w" + count + " --threads " + count;
            Thread thread = new Thread(() -> run(worker), "worker-" + count);
            thread.setDaemon(true);
            thread.start();
        }
        return run(line + " --cluster " + port);
    }

    /** Rows without the columns of times and of who computed them. */
    private List<String> rows(String run) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(run).resolve("episodes.csv"));
        List<String> header = List.of(lines.get(0).split(","));
        List<String> plain = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split(",", -1);
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < fields.length; i++) {
                if (!header.get(i).matches("planning.*|overshoot.*|seconds|host|attempt")) {
                    row.append(fields[i]).append(',');
                }
            }
            plain.add(row.toString());
        }
        return plain;
    }

    @Test
    void workersOfOneTwoAndThreeThreadsGiveTheRowsOfOneProcess() throws IOException {
        Ended one = run(PLAN + " --out " + folder.resolve("one"));
        assertThat(one.code()).as(one.err()).isZero();
        Ended many = cluster(PLAN + " --out " + folder.resolve("many"), 1, 2, 3);
        assertThat(many.code()).as(many.err()).isZero();
        assertThat(rows("many")).hasSize(10).isEqualTo(rows("one"));
        assertThat(digest(many)).isNotEmpty().isEqualTo(digest(one));
        assertThat(folder.resolve("many/episode-0008.mcap")).isNotEmptyFile();
        assertThat(many.err()).containsPattern("worker w[123] on ").contains("9 of 9 cells");
    }

    private static String digest(Ended ended) {
        return ended.out()
                .lines()
                .filter(line -> line.startsWith("decision digest"))
                .findFirst()
                .orElse("");
    }

    @Test
    void aComparisonIsPlayedByWorkers() throws IOException {
        String line = "compare tiger --solvers vopp,random --budgets 50ep --episodes 3 --quiet --set steps=5 --out ";
        assertThat(run(line + folder.resolve("one")).code()).isZero();
        Ended many = cluster(line + folder.resolve("many"), 1, 2);
        assertThat(many.code()).as(many.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("many/best-rival.csv")))
                .isEqualTo(Files.readAllLines(folder.resolve("one/best-rival.csv")));
        assertThat(Files.readString(folder.resolve("many/cells.jsonl"))).contains("\"host\":", "\"attempt\":[1.0]");
    }

    /** It finds nobody reachable at first; by the rules for members of equal rank that would end the master. */
    @Test
    void aWorkerThatWasStoppedGoesOnAndTheMasterStays() throws Exception {
        int port = freePort();
        Thread other = new Thread(() -> run("worker --once --join " + port + " --wait 60 --name other"), "other");
        other.setDaemon(true);
        other.start();
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.teleost.experiments.Main",
                        "worker",
                        "--once",
                        "--join",
                        String.valueOf(port),
                        "--name",
                        "stopped")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Thread stopper = new Thread(() -> stopForAWhile(worker.pid()), "stopper");
            stopper.setDaemon(true);
            stopper.start();
            Ended ended = run(
                    "validate cluster --cells 40 --millis 1000 --cluster " + port + " --out " + folder.resolve("run"));
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.err()).contains("worker stopped is silent: 1 cell is given again");
            stopper.join();
            long after = Long.parseLong(Files.readString(folder.resolve("went-on")));
            assertThat(begun(worker.pid()))
                    .anySatisfy(begin -> assertThat(begin).isGreaterThan(after));
        } finally {
            worker.destroyForcibly();
        }
    }

    /** Once it has computed a cell; longer than the silence that loses a worker its cells. */
    private void stopForAWhile(long pid) {
        try {
            while (begun(pid).isEmpty()) {
                Thread.sleep(50);
            }
            new ProcessBuilder("kill", "-STOP", String.valueOf(pid)).start().waitFor();
            Thread.sleep(6000);
            Files.writeString(folder.resolve("went-on"), String.valueOf(System.currentTimeMillis()));
            new ProcessBuilder("kill", "-CONT", String.valueOf(pid)).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When the process began the cells that it computed, in milliseconds. */
    private List<Long> begun(long pid) throws IOException {
        Path cells = folder.resolve("run/cells.jsonl");
        List<Long> begun = new ArrayList<>();
        for (String line : Files.exists(cells) ? Files.readAllLines(cells) : List.<String>of()) {
            if (line.contains("\"slot\":\"" + pid + " ")) {
                begun.add((long) Double.parseDouble(
                        line.replaceFirst(".*\"begin\":\\[", "").replaceFirst("].*", "")));
            }
        }
        return begun;
    }

    @Test
    void whatIsNotThereIsSaidInOneLine() {
        Ended nobody = run("worker --join 1 --wait 1");
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("no master at 127.0.0.1:1 for 1 s; start one there with --cluster");
        assertThat(run("plan tiger --cluster 10.99.99.99:7 --out none").err()).contains("teleost cluster keys DIR");
        assertThat(run("plan tiger --cluster x:y --out none").err()).contains("--cluster 'x:y' is no address");
        assertThat(run("plan tiger --cluster 7 --shard 1/2 --out " + folder).err())
                .contains("give one");
        assertThat(folder).isEmptyDirectory();
        assertThat(run("worker --join 7 --slots 0").err()).contains("1 to 1024");
        assertThat(run("finray waves --cluster 0 --out x").err()).contains("one cell after the other");
    }
}
