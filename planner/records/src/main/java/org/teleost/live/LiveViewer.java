package org.teleost.live;

import java.io.IOException;
import java.nio.file.Path;
import org.teleost.trace.TraceViewer;

/**
 * Service interface: shows what a running planner does. The command line finds a viewer through
 * {@link java.util.ServiceLoader}, so that it runs without any window library.
 *
 * <p>All methods throw an {@link IllegalArgumentException} if an argument does not fit, and a
 * {@link org.teleost.trace.CannotDrawException} if this machine cannot draw.
 */
public interface LiveViewer {

    /**
     * Follows a feed in a window and returns when it is closed. Call it on the program's first thread.
     *
     * @param name of the window
     */
    void window(LiveFeed feed, String name, TraceViewer.Window options) throws IOException;

    /**
     * Waits until a step of an episode has been done, then writes its picture as PNG; needs no display.
     *
     * @param step index of the step, -1 for the first that the feed yields
     * @throws IOException also when the feed ends before that step
     */
    void picture(LiveFeed feed, String name, long step, TraceViewer.Shot shot, Path out) throws IOException;
}
