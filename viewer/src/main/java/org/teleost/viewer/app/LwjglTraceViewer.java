package org.teleost.viewer.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.teleost.trace.TraceViewer;

/** The viewer as the command line finds it. */
public final class LwjglTraceViewer implements TraceViewer {

    @Override
    public void window(Path trace, Window options) throws IOException {
        WindowApp.show(trace, options);
    }

    @Override
    public List<String> picture(Path trace, Shot shot, long step, Path out) throws IOException {
        return new RenderJob(trace, step, step, RenderJob.Look.of(shot), 1.0).picture(out);
    }

    @Override
    public List<String> video(
            Path trace, Shot shot, long from, long to, double picturesPerSecond, Path out, Progress progress)
            throws IOException {
        return new RenderJob(trace, from, to, RenderJob.Look.of(shot), picturesPerSecond)
                .video(out, progress::pictures);
    }
}
