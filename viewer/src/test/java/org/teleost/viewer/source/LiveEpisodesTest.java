package org.teleost.viewer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teleost.live.EpisodeHead;
import org.teleost.live.LiveFeed;
import org.teleost.live.LiveRecord;
import org.teleost.viewer.fixtures.RecordedEpisode;

class LiveEpisodesTest {
    private static final int STEP_BYTES = 1_000;

    private final LiveFeed feed = new LiveFeed();

    /** A step of a certain size. */
    private static LiveRecord.Step step(EpisodeHead head, long index) {
        String json = "{\"t\":" + index + ",\"reward\":" + 10 * index + "}";
        byte[] bytes = (json + " ".repeat(STEP_BYTES - 64 - json.length())).getBytes(StandardCharsets.UTF_8);
        return new LiveRecord.Step(head, index, bytes, new byte[0]);
    }

    private EpisodeHead episode(int steps) {
        EpisodeHead head = feed.start("walk", 3, Map.of("problem", "walk", "instanceSeed", "4"));
        for (int i = 0; i < steps; i++) {
            feed.add(step(head, i));
        }
        return head;
    }

    @Test
    void stepsComeWithPollAndNotBefore() {
        try (LiveEpisodes episodes = new LiveEpisodes(feed, "walk", 1 << 20)) {
            assertThat(episodes.poll()).isFalse();
            assertThat(episodes.newest()).isEmpty();
            EpisodeHead head = episode(2);
            assertThat(episodes.newest()).isEmpty();
            assertThat(episodes.poll()).isTrue();
            FollowedEpisode episode = episodes.newest().orElseThrow();
            assertThat(episode.info().name()).isEqualTo("walk, episode 0");
            assertThat(episode.info().worldSeed()).contains(3L);
            assertThat(episode.info().instanceSeed()).contains(4L);
            assertThat(episode.stepCount()).isEqualTo(2);
            assertThat(episode.step(1).orElseThrow().reward()).isEqualTo(10);
            assertThat(episode.damage()).isEmpty();
            assertThat(episode.finished()).isFalse();
            feed.add(new LiveRecord.Finished(head));
            feed.end("done");
            assertThat(episodes.poll()).isTrue();
            assertThat(episode.finished()).isTrue();
            assertThat(episodes.end()).isEqualTo("done");
        }
        assertThat(feed.readerCount()).isZero();
    }

    @Test
    void theOldestStepsAreForgottenAndItSaysSo() {
        try (LiveEpisodes episodes = new LiveEpisodes(feed, "walk", 5 * STEP_BYTES)) {
            episode(8);
            episodes.poll();
            FollowedEpisode episode = episodes.newest().orElseThrow();
            assertThat(episode.stepCount()).isEqualTo(8);
            assertThat(episode.step(2)).isEmpty();
            assertThat(episode.step(3)).isPresent();
            assertThat(episode.damage()).containsExactly("steps 0 to 2 are not held (any more)");
            assertThat(episode.whyMissing(2)).contains("not held");
        }
    }

    @Test
    void episodesWithoutAStepLeftAreForgotten() {
        try (LiveEpisodes episodes = new LiveEpisodes(feed, "walk", 5 * STEP_BYTES)) {
            episode(3);
            episode(3);
            episode(4);
            episodes.poll();
            assertThat(episodes.newest().orElseThrow().number()).isEqualTo(2);
            assertThat(episodes.before(2).orElseThrow().number()).isEqualTo(1);
            assertThat(episodes.before(1)).isEmpty();
            assertThat(episodes.after(1).orElseThrow().number()).isEqualTo(2);
            assertThat(episodes.after(2)).isEmpty();
        }
    }

    @Test
    void stepsThatCameTooFastAreCounted() {
        LiveFeed small = new LiveFeed(4, 1 << 20);
        try (LiveEpisodes episodes = new LiveEpisodes(small, "walk", 1 << 20)) {
            EpisodeHead head = small.start("walk", 3, Map.of());
            small.add(step(head, 0));
            small.add(step(head, 1));
            episodes.poll();
            for (int i = 2; i < 20; i++) {
                small.add(step(head, i));
            }
            episodes.poll();
            FollowedEpisode episode = episodes.newest().orElseThrow();
            assertThat(episode.step(1)).isPresent();
            assertThat(episode.step(10)).isEmpty();
            assertThat(episode.step(19)).isPresent();
            assertThat(episode.damage()).containsExactly("14 steps came too fast for this viewer");
        }
    }

    @Test
    void aStepThatIsNoJsonIsNamedAndTheOthersAreShown() {
        EpisodeHead head = episode(1);
        feed.add(new LiveRecord.Step(head, 1, new byte[] {'?'}, new byte[0]));
        try (LiveEpisodes episodes = new LiveEpisodes(feed, "walk", 1 << 20)) {
            episodes.poll();
            FollowedEpisode episode = episodes.newest().orElseThrow();
            assertThat(episode.step(1)).isEmpty();
            assertThat(episode.step(0)).isPresent();
            assertThat(episode.damage()).hasSize(1).first().asString().contains("step 1 is unreadable");
        }
    }

    @Test
    void theSameStepTwiceDoesNoHarm() {
        EpisodeHead head = episode(1);
        try (LiveEpisodes episodes = new LiveEpisodes(feed, "walk", 2 * STEP_BYTES)) {
            for (int i = 0; i < 5; i++) {
                feed.add(step(head, 0));
            }
            EpisodeHead next = feed.start("walk", 3, Map.of());
            feed.add(step(next, 0));
            feed.add(step(next, 1));
            feed.add(step(next, 2));
            episodes.poll();
            assertThat(episodes.newest().orElseThrow().number()).isEqualTo(1);
            assertThat(episodes.before(1)).isEmpty();
        }
    }

    @Test
    void recordedStepsAreReadAsFromATrace() throws IOException {
        RecordedEpisode.publish(feed, "tiger", 4, "listen");
        try (LiveEpisodes episodes = new LiveEpisodes(feed, "tiger", 1 << 20)) {
            episodes.poll();
            StepRecord step = episodes.newest().orElseThrow().step(3).orElseThrow();
            assertThat(step.actionText()).isEqualTo("listen");
            assertThat(step.belief().size()).isEqualTo(2_000);
            assertThat(List.of(step.decision().actions().get(0).text())).containsExactly("listen");
        }
    }
}
