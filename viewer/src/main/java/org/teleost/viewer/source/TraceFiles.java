package org.teleost.viewer.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.teleost.trace.ControlTraceReader;
import org.teleost.trace.McapReader;

/** Opens a trace of any kind: an episode with a planner, an episode of continuous control, or a training. */
public final class TraceFiles {
    private TraceFiles() {}

    /** Opens a trace; throws an IOException that names the file when it is missing or of no kind that is known. */
    public static Episode open(Path file) throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        McapReader mcap = McapReader.open(file);
        try {
            if (ControlTraceReader.isControlTrace(mcap)) {
                return new ControlEpisode(mcap, file, size);
            }
            if (TrainingEpisode.isTraining(mcap)) {
                return new TrainingEpisode(mcap, file, size);
            }
            return TraceEpisode.of(mcap, file, size);
        } catch (IOException | RuntimeException e) {
            mcap.close();
            throw e;
        }
    }
}
