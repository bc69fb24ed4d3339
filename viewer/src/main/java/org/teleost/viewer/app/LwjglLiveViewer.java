package org.teleost.viewer.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.teleost.live.LiveFeed;
import org.teleost.live.LiveViewer;
import org.teleost.trace.TraceViewer;
import org.teleost.viewer.picture.PngFile;
import org.teleost.viewer.scene.Layer;

/** The viewer of running planners as the command line finds it. */
public final class LwjglLiveViewer implements LiveViewer {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int READ_AT_ONCE = 1_000;
    private static final Set<Layer> ALL = EnumSet.allOf(Layer.class);

    @Override
    public void window(LiveFeed feed, String name, TraceViewer.Window options) throws IOException {
        try (LiveShow show = new LiveShow(feed, name)) {
            WindowApp.show(show, name, options);
        }
    }

    @Override
    public void picture(LiveFeed feed, String name, long step, TraceViewer.Shot shot, Path out) throws IOException {
        RenderJob.Look look = RenderJob.Look.of(shot);
        PngFile.requirePng(out);
        if (step < -1) {
            throw new IllegalArgumentException(
                    "step=" + step + "; of a running planner only steps from 0 and -1, the" + " newest, can be drawn");
        }
        // before the wait: nobody should wait an hour to learn that this machine cannot draw
        try (HeadlessPainter painter = new HeadlessPainter();
                LiveShow show = new LiveShow(feed, name)) {
            long index = await(show, step);
            EpisodeView view = show.view();
            boolean unread;
            do {
                unread = view.readMore(READ_AT_ONCE);
            } while (unread);
            PngFile.write(look.paint(painter, view.view(index, ALL, look.camera(), look.panels())), out);
        }
    }

    /** Waits for the step in any episode; returns its index. */
    private static long await(LiveShow show, long step) throws IOException {
        while (true) {
            boolean more = show.await(LOOK_NANOS);
            show.poll();
            show.showNewest();
            long count = show.view().stepCount();
            if (step >= 0 && step < count) {
                return step;
            }
            if (step < 0 && count > 0 && (!more || show.ended())) {
                return count - 1;
            }
            if (show.ended()) {
                throw new IllegalArgumentException(show.end() + " before step " + Math.max(0, step)
                        + "; its last episode" + " has " + count + " steps");
            }
        }
    }
}
