package org.teleost.viewer.source;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.teleost.live.EpisodeHead;
import org.teleost.live.FeedReader;
import org.teleost.live.LiveFeed;
import org.teleost.live.LiveRecord;

/**
 * The episodes of a running planner, one after another, with the steps that fit into a limit; the oldest are forgotten
 * first. Nothing happens but in {@link #poll}, so what is shown stands still in between. Owned by one thread.
 */
public final class LiveEpisodes implements AutoCloseable {
    private final FeedReader reader;
    private final String name;
    private final long mostBytes;
    private final TreeMap<Long, FollowedEpisode> episodes = new TreeMap<>();
    private final ArrayDeque<LiveRecord.Step> held = new ArrayDeque<>();
    private long bytes;
    private String end = "";

    /**
     * Episodes of a feed.
     *
     * @param name what is watched, for titles
     * @param mostBytes limit of the steps held
     */
    public LiveEpisodes(LiveFeed feed, String name, long mostBytes) {
        this.name = name;
        this.mostBytes = mostBytes;
        reader = feed.reader();
    }

    /** Takes what has come since the last call; true when there was anything. Never waits. */
    public boolean poll() {
        LiveRecord record = reader.next();
        boolean news = record != null;
        while (record != null) {
            take(record);
            record = reader.next();
        }
        return news;
    }

    /** Waits at most this long for something to poll; true when there is. */
    public boolean await(long nanos) {
        return reader.await(nanos);
    }

    private void take(LiveRecord record) {
        if (record instanceof LiveRecord.Started started) {
            episode(started.head());
        } else if (record instanceof LiveRecord.Step step) {
            episode(step.head()).add(step);
            held.add(step);
            bytes += step.bytes();
            forgetOldest();
        } else if (record instanceof LiveRecord.Finished finished) {
            episode(finished.head()).finish();
        } else if (record instanceof LiveRecord.End last) {
            end = last.reason();
        }
    }

    private FollowedEpisode episode(EpisodeHead head) {
        return episodes.computeIfAbsent(head.number(), number -> new FollowedEpisode(head, name));
    }

    private void forgetOldest() {
        while (bytes > mostBytes && held.size() > 1) {
            LiveRecord.Step oldest = held.remove();
            bytes -= oldest.bytes();
            FollowedEpisode episode = episode(oldest.head());
            episode.forget(oldest.index());
            if (episode.holdsNothing() && episode.number() != episodes.lastKey()) {
                episodes.remove(episode.number());
            }
        }
    }

    /** What there is to show before the first episode. */
    public Episode waiting() {
        return new WaitingEpisode(name);
    }

    /** The newest episode, empty before the first. */
    public Optional<FollowedEpisode> newest() {
        return episodes.isEmpty()
                ? Optional.empty()
                : Optional.of(episodes.lastEntry().getValue());
    }

    /** The next episode that is held after the one with this number, empty when there is none. */
    public Optional<FollowedEpisode> after(long number) {
        return Optional.ofNullable(episodes.higherEntry(number)).map(Map.Entry::getValue);
    }

    /** The next episode that is held before the one with this number, empty when there is none. */
    public Optional<FollowedEpisode> before(long number) {
        return Optional.ofNullable(episodes.lowerEntry(number)).map(Map.Entry::getValue);
    }

    /** Why nothing follows any more, empty while the planner runs. */
    public String end() {
        return end;
    }

    @Override
    public void close() {
        reader.close();
    }
}
