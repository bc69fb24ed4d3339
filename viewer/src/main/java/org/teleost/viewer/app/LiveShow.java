package org.teleost.viewer.app;

import java.io.IOException;
import java.util.Optional;
import org.teleost.live.LiveFeed;
import org.teleost.viewer.source.FollowedEpisode;
import org.teleost.viewer.source.LiveEpisodes;
import org.teleost.viewer.timeline.Timeline;
import org.teleost.viewer.ui.LiveBadge;

/** Which of a running planner's episodes is shown, and how the planner fares. Owned by one thread. */
final class LiveShow implements AutoCloseable {
    private final LiveEpisodes episodes;
    private EpisodeView view;
    private FollowedEpisode shown;

    LiveShow(LiveFeed feed, String name) throws IOException {
        this(feed, name, LiveFeed.BYTES);
    }

    LiveShow(LiveFeed feed, String name, long mostBytes) throws IOException {
        episodes = new LiveEpisodes(feed, name, mostBytes);
        view = new EpisodeView(episodes.waiting());
    }

    /** The episode that is shown; changes in {@link #showNewest} and its likes only. */
    EpisodeView view() {
        return view;
    }

    /** Takes what has come; true when there was anything. */
    boolean poll() {
        return episodes.poll();
    }

    /** Waits for something to poll. */
    boolean await(long nanos) {
        return episodes.await(nanos);
    }

    boolean ended() {
        return !episodes.end().isEmpty();
    }

    String end() {
        return episodes.end();
    }

    /** Goes to the newest episode; false when it is shown already. */
    boolean showNewest() throws IOException {
        return show(episodes.newest());
    }

    /** Goes to the episode before; false when there is none. */
    boolean showPrevious() throws IOException {
        return shown != null && show(episodes.before(shown.number()));
    }

    /** Goes to the episode after; false when there is none. */
    boolean showNext() throws IOException {
        return shown != null && show(episodes.after(shown.number()));
    }

    private boolean show(Optional<FollowedEpisode> episode) throws IOException {
        if (episode.isEmpty() || episode.get() == shown) {
            return false;
        }
        view.close();
        shown = episode.get();
        view = new EpisodeView(shown);
        return true;
    }

    /** What the badge says. */
    LiveBadge badge(Timeline.Mode mode) {
        if (ended()) {
            return new LiveBadge(LiveBadge.State.ENDED, episodes.end());
        }
        Optional<FollowedEpisode> newest = episodes.newest();
        if (newest.isEmpty()) {
            return new LiveBadge(LiveBadge.State.FOLLOWING, "live: waiting for the planner");
        }
        FollowedEpisode at = newest.get();
        String where = "episode " + at.info().configuration().getOrDefault("episode", Long.toString(at.number()))
                + (at.stepCount() == 0 ? ", first decision" : ", step " + (at.stepCount() - 1));
        return mode == Timeline.Mode.FOLLOWING
                ? new LiveBadge(LiveBadge.State.FOLLOWING, "live: " + where)
                : new LiveBadge(LiveBadge.State.DETACHED, "the planner is at " + where + "; End follows it");
    }

    @Override
    public void close() throws IOException {
        episodes.close();
        view.close();
    }
}
