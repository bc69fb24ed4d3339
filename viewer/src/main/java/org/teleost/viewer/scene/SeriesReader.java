package org.teleost.viewer.scene;

import java.io.IOException;
import java.util.List;

/**
 * Reads an episode for its plots, in small portions so that a long trace shows its first frame at once. Owned by the
 * thread that owns the episode.
 */
public interface SeriesReader {

    /** Steps read so far. */
    long read();

    /** Reads at most {@code steps} more steps; false when all known steps have been read. */
    boolean readMore(int steps) throws IOException;

    /** The series as far as they were read. */
    List<Series> series();
}
