package org.teleost.experiments.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.teleost.experiments.config.ConfigException;
import org.teleost.live.FeedPublisher;

/**
 * A process that watches a feed. It stays attached but is stopped (SIGSTOP) in the rounds without a viewer: then it
 * takes no time at all, and in the other rounds it is as warm as one that has run for long.
 */
final class Watcher implements AutoCloseable {
    private static final long START_NANOS = 30_000_000_000L;
    private static final long LOOK_NANOS = 20_000_000L;

    private final Process process;

    private Watcher(Process process) {
        this.process = process;
    }

    /** Starts a process and returns when it is attached; a window needs a display. */
    static Watcher start(FeedPublisher publisher, boolean window) {
        String address = publisher.address().toString();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(
                window
                        ? List.of(FirstFrame.MAIN, "view", "--attach", address)
                        : List.of(FeedDrain.class.getName(), address));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.to(nowhere()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Watcher watcher = new Watcher(process);
            watcher.awaitAttached(publisher);
            return watcher;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a viewer: " + e.getMessage(), e);
        }
    }

    private static File nowhere() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        if (windows) {
            throw new ConfigException("bench live stops and continues the viewer's process with signals, which"
                    + " this operating system lacks");
        }
        return new File("/dev/null");
    }

    private void awaitAttached(FeedPublisher publisher) {
        long deadline = System.nanoTime() + START_NANOS;
        while (publisher.viewerCount() == 0) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new ConfigException("the viewer did not attach; its message stands above. A window needs a"
                        + " display: xvfb-run ./teleost bench live --window");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    void stop() {
        signal("-STOP");
    }

    void proceed() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0 || !process.isAlive()) {
                throw new IllegalStateException("the viewer's process " + process.pid() + " is gone");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Also ends a process that is stopped. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
