package org.teleost.viewer.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.teleost.live.EpisodeHead;
import org.teleost.live.LiveRecord;

/**
 * An episode of a running planner, as far as its steps have come and are still held. Steps are parsed when they are
 * looked at. Belongs to the thread of its {@link LiveEpisodes}.
 */
public final class FollowedEpisode implements Episode {
    /** Parsed steps kept, enough for stepping to and fro. */
    private static final int KEPT = 64;

    private final EpisodeHead head;
    private final EpisodeInfo info;
    private final TreeMap<Long, LiveRecord.Step> steps = new TreeMap<>();
    private final Map<Long, String> unreadable = new TreeMap<>();
    private final Map<Long, StepRecord> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, StepRecord> eldest) {
            return size() > KEPT;
        }
    };
    private long stepCount;
    private boolean finished;

    FollowedEpisode(EpisodeHead head, String source) {
        this.head = head;
        String episode = head.configuration().getOrDefault("episode", Long.toString(head.number()));
        info = new EpisodeInfo(
                source + ", episode " + episode, head.model(), Optional.of(head.seed()), head.configuration());
    }

    void add(LiveRecord.Step step) {
        steps.put(step.index(), step);
        stepCount = Math.max(stepCount, step.index() + 1);
    }

    void forget(long index) {
        steps.remove(index);
    }

    void finish() {
        finished = true;
    }

    boolean holdsNothing() {
        return steps.isEmpty();
    }

    /** Counts the episodes of the feed from 0. */
    public long number() {
        return head.number();
    }

    /** Whether the planner is done with it. */
    public boolean finished() {
        return finished;
    }

    @Override
    public EpisodeInfo info() {
        return info;
    }

    @Override
    public long stepCount() {
        return stepCount;
    }

    @Override
    public Optional<StepRecord> step(long index) {
        StepRecord known = recent.get(index);
        LiveRecord.Step step = steps.get(index);
        if (known != null || step == null) {
            return Optional.ofNullable(known);
        }
        try {
            StepRecord parsed = StepRecord.parse(new String(step.json(), StandardCharsets.UTF_8));
            recent.put(index, parsed);
            return Optional.of(parsed);
        } catch (IllegalArgumentException e) {
            unreadable.put(index, "step " + index + " is unreadable: " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Optional<TreeRecord> tree(long index) {
        LiveRecord.Step step = steps.get(index);
        if (step == null || step.tree().length == 0) {
            return Optional.empty();
        }
        try {
            return TreeRecord.parse(new String(step.tree(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            unreadable.put(index, "tree of step " + index + " is unreadable: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** News come through {@link LiveEpisodes#poll}. */
    @Override
    public boolean refresh() {
        return false;
    }

    @Override
    public String whyMissing(long index) {
        return index >= stepCount ? "waiting for the planner's first decision" : "this step is not held (any more)";
    }

    @Override
    public List<String> damage() {
        List<String> texts = new ArrayList<>();
        long first = steps.isEmpty() ? stepCount : steps.firstKey();
        if (first > 0) {
            texts.add("steps 0 to " + (first - 1) + " are not held (any more)");
        }
        long gaps = stepCount - first - steps.size();
        if (gaps > 0) {
            texts.add(gaps + " steps came too fast for this viewer");
        }
        texts.addAll(unreadable.values());
        return texts;
    }

    @Override
    public void close() {
        // holds memory only
    }
}
