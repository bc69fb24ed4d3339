package org.teleost.experiments.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on standard error; nothing at all when that is not a terminal. */
final class Progress implements AutoCloseable {
    private static final int NARROWEST = 20;
    private static final int WIDEST = 100;
    private static final String CLEAR_LINE = "\r\033[K";
    private final PrintStream terminal;
    private final ProgressBar bar;
    private final int stepsPerEpisode;

    private Progress(PrintStream terminal, ProgressBar bar, int stepsPerEpisode) {
        this.terminal = terminal;
        this.bar = bar;
        this.stepsPerEpisode = stepsPerEpisode;
    }

    /** A bar over {@code episodes} of at most {@code steps} steps. */
    static Progress start(String task, int episodes, int steps, boolean wanted) {
        return start(bar(task, (long) episodes * steps).setUnit(" episodes", steps), steps, wanted);
    }

    /** A bar over {@code steps} of which {@code done} are done already. */
    static Progress startSteps(String task, long steps, long done, boolean wanted) {
        return start(bar(task, steps).startsFrom(done, Duration.ZERO), 1, wanted);
    }

    private static Progress start(ProgressBarBuilder bar, int stepsPerEpisode, boolean wanted) {
        PrintStream terminal = System.err;
        if (!wanted || !errorIsTerminal()) {
            return new Progress(terminal, null, stepsPerEpisode);
        }
        int width = width(System.getenv("COLUMNS"));
        bar.setConsumer(new ConsoleProgressBarConsumer(terminal, width));
        return new Progress(terminal, bar.build(), stepsPerEpisode);
    }

    private static ProgressBarBuilder bar(String task, long most) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500);
    }

    /** Columns of the bar: those that the launcher found, within reason; a line that wraps could not be drawn over. */
    static int width(String columns) {
        if (columns == null || !columns.matches("[1-9][0-9]{0,5}")) {
            return WIDEST;
        }
        return Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)));
    }

    void atStep(long step, String message) {
        if (bar != null) {
            bar.stepTo(step);
            bar.setExtraMessage(" " + message);
        }
    }

    void at(int episodesDone, int step, String message) {
        if (bar != null) {
            bar.stepTo((long) episodesDone * stepsPerEpisode + step);
            bar.setExtraMessage(" " + message);
        }
    }

    /** Makes room for a line on standard output; the bar is drawn again below it. */
    void clear() {
        if (bar != null) {
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    /** Linux says where file descriptor 2 leads; elsewhere the console has to do, which newer Java always has. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean errorIsTerminal() {
        if ("dumb".equals(System.getenv("TERM"))) {
            // it can't go back to the start of a line
            return false;
        }
        Path link = Path.of("/proc/self/fd/2");
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException e) {
                return false;
            }
        }
        return System.console() != null;
    }
}
