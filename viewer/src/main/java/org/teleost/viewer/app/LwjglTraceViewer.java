package org.teleost.viewer.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.teleost.trace.TraceViewer;
import org.teleost.viewer.ui.NamedCamera;
import org.teleost.viewer.ui.Panels;

/** The viewer as the command line finds it. */
public final class LwjglTraceViewer implements TraceViewer {

    @Override
    public void window(Path trace, Window options) throws IOException {
        WindowApp.show(trace, options);
    }

    @Override
    public List<String> picture(Shot shot, long step, Path out) throws IOException {
        return job(shot, step, step, 1.0).picture(out);
    }

    @Override
    public List<String> video(Shot shot, long from, long to, double picturesPerSecond, Path out, Progress progress)
            throws IOException {
        return job(shot, from, to, picturesPerSecond).video(out, progress::pictures);
    }

    private static RenderJob job(Shot shot, long from, long to, double rate) {
        return new RenderJob(
                shot.trace(),
                from,
                to,
                NamedCamera.of(shot.camera()),
                Panels.of(shot.panels()),
                shot.width(),
                shot.height(),
                rate);
    }
}
