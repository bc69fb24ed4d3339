package org.teleost.viewer.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.teleost.trace.TraceViewer.Window;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.TraceFiles;

/** Opens a trace in a window and returns when the user closes it. */
public final class WindowApp {
    private WindowApp() {}

    /**
     * Shows a trace.
     *
     * @throws org.teleost.viewer.gl.NoGlException without a display or OpenGL
     */
    public static void show(Path trace, Window options) throws IOException {
        String name = String.valueOf(trace.getFileName()).replaceFirst("\\.mcap$", "");
        try (Episode source = TraceFiles.open(trace)) {
            show(source, name, options);
        }
    }

    /** Shows an episode, which stays open. The layout is read from its file, and written when the user changed it. */
    static void show(Episode source, String name, Window options) throws IOException {
        try (EpisodeView episode = new EpisodeView(source)) {
            show(options, layout -> new ViewerWindow(episode, name, layout, options, here(), System::nanoTime));
        }
    }

    /** Follows a running planner, whose show stays open. */
    static void show(LiveShow show, String name, Window options) throws IOException {
        show(options, layout -> new ViewerWindow(show, name, layout, options, here(), System::nanoTime));
    }

    private static Path here() {
        return Path.of("").toAbsolutePath();
    }

    private static void show(Window options, Function<SavedLayout, ViewerWindow> open) throws IOException {
        Path file = options.layout() == null ? SavedLayout.usualFile() : options.layout();
        SavedLayout layout = SavedLayout.DEFAULT;
        String problem = "";
        try {
            layout = SavedLayout.read(file);
        } catch (IOException e) {
            problem = e.getMessage();
        }
        SavedLayout first = options.width() > 0
                ? new SavedLayout(options.width(), options.height(), layout.panels(), layout.enlarged())
                : layout;
        try (ViewerWindow window = open.apply(first)) {
            if (!problem.isEmpty()) {
                window.session().notice(problem);
            }
            window.run();
            SavedLayout last = window.layout();
            // a file that was not understood is the user's to mend
            if (problem.isEmpty() && !last.equals(first)) {
                last.write(file);
            }
        }
    }
}
