package org.teleost.viewer.app;

import java.io.IOException;
import java.nio.file.Path;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.TraceFiles;

/** Opens a trace in a window and returns when the user closes it. */
public final class WindowApp {
    private WindowApp() {}

    /**
     * Shows a trace.
     *
     * @param width of the window in pixels
     * @throws org.teleost.viewer.gl.NoGlException without a display or OpenGL
     */
    public static void show(Path trace, int width, int height) throws IOException {
        String name = String.valueOf(trace.getFileName()).replaceFirst("\\.mcap$", "");
        try (Episode source = TraceFiles.open(trace);
                EpisodeView episode = new EpisodeView(source);
                ViewerWindow window = new ViewerWindow(
                        episode, name, width, height, Path.of("").toAbsolutePath(), System::nanoTime)) {
            window.run();
        }
    }
}
