package org.teleost.viewer.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stands for the episode that a planner has not begun yet. */
record WaitingEpisode(EpisodeInfo info) implements Episode {

    WaitingEpisode(String source) {
        this(new EpisodeInfo(source, source, Optional.empty(), Map.of()));
    }

    @Override
    public long stepCount() {
        return 0;
    }

    @Override
    public Optional<StepRecord> step(long index) {
        return Optional.empty();
    }

    @Override
    public String whyMissing(long index) {
        return "waiting for the planner's first decision";
    }

    @Override
    public boolean refresh() {
        return false;
    }

    @Override
    public List<String> damage() {
        return List.of();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
