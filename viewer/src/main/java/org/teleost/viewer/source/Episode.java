package org.teleost.viewer.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Steps of one episode by index. Owned by one thread. */
public interface Episode extends AutoCloseable {

    EpisodeInfo info();

    /** Index of the last known step plus one; grows while an episode is being recorded. */
    long stepCount();

    /** A step, empty when it lies outside or its part of the source is damaged. */
    Optional<StepRecord> step(long index) throws IOException;

    /** The belief tree that a step's decision came from, empty when it is not there. */
    default Optional<TreeRecord> tree(long index) throws IOException {
        return Optional.empty();
    }

    /** Whether a planner may have recorded decisions, beliefs and trees. */
    default boolean plans() {
        return true;
    }

    /** How long a step takes in the world, in seconds; NaN where steps have no duration. */
    default double secondsPerStep() throws IOException {
        return Double.NaN;
    }

    /** What somebody says about how the problem looks. */
    default SceneSketch sketch() throws IOException {
        String said = info().configuration().getOrDefault(SceneSketch.SETTING, "");
        return said.isEmpty() ? SceneSketch.NONE : SceneSketch.parse(said, info().name() + ", the model's scene");
    }

    /** Why there is no such step, for people. */
    default String whyMissing(long index) {
        return "this part of the trace is damaged or was never written";
    }

    /** Looks for steps that were recorded since the last look; true when there are any. */
    boolean refresh() throws IOException;

    /** What is known to be missing or damaged, one sentence each. */
    List<String> damage();

    @Override
    void close() throws IOException;
}
