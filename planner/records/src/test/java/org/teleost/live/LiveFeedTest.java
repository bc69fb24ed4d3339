package org.teleost.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveFeedTest {

    @Test
    void everyReaderGetsEveryRecordInOrder() {
        LiveFeed feed = new LiveFeed();
        try (FeedReader early = feed.reader()) {
            EpisodeHead head = Feeds.episode(feed, 3);
            feed.add(new LiveRecord.Finished(head));
            feed.end("done");
            try (FeedReader late = feed.reader()) {
                List<LiveRecord> records = Feeds.untilEnd(early);
                assertThat(records).hasSize(6).isEqualTo(Feeds.untilEnd(late));
                assertThat(records.get(0)).isEqualTo(new LiveRecord.Started(head));
                assertThat(Feeds.steps(records)).containsExactly(0L, 1L, 2L);
                assertThat(early.dropped()).isZero();
                assertThat(early.next()).isNull();
            }
        }
        assertThat(feed.readerCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 64})
    void aFullRingDropsTheOldestAndCountsThem(int capacity) {
        LiveFeed feed = new LiveFeed(capacity, 1 << 20);
        try (FeedReader reader = feed.reader()) {
            Feeds.episode(feed, 100);
            feed.end("done");
            List<LiveRecord> records = Feeds.untilEnd(reader);
            assertThat(records).hasSize(capacity);
            assertThat(Feeds.steps(records))
                    .isEqualTo(LongStream.range(101 - capacity, 100).boxed().toList());
            assertThat(reader.dropped()).isEqualTo(102 - capacity);
        }
    }

    @Test
    void theRingIsBoundedInBytesAndKeepsTheNewestWhateverItsSize() {
        LiveFeed feed = new LiveFeed(1_000, 10_000);
        EpisodeHead head = feed.start("walk", 1, Map.of());
        for (int i = 0; i < 50; i++) {
            feed.add(Feeds.step(head, i, "x".repeat(936)));
        }
        try (FeedReader reader = feed.reader()) {
            List<Long> held = new ArrayList<>();
            for (LiveRecord record = reader.next(); record != null; record = reader.next()) {
                held.add(((LiveRecord.Step) record).index());
            }
            assertThat(held).isEqualTo(LongStream.range(40, 50).boxed().toList());
        }
        feed.add(Feeds.step(head, 50, "x".repeat(50_000)));
        try (FeedReader reader = feed.reader()) {
            assertThat(reader.next()).isInstanceOf(LiveRecord.Step.class);
            assertThat(reader.next()).isNull();
        }
    }

    /** A writer at full speed and readers that are overtaken all the time: what they see is in order and adds up. */
    @Test
    void overtakenReadersSeeRecordsInOrderAndCountTheRest() throws InterruptedException {
        int steps = 200_000;
        LiveFeed feed = new LiveFeed(16, 1 << 20);
        AtomicReference<AssertionError> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            FeedReader reader = feed.reader();
            Thread thread = new Thread(() -> {
                try (reader) {
                    List<LiveRecord> records = Feeds.untilEnd(reader);
                    assertThat(Feeds.steps(records)).isSorted().doesNotHaveDuplicates();
                    assertThat(records.size() + reader.dropped()).isEqualTo(steps + 2L);
                } catch (AssertionError e) {
                    failure.set(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        Feeds.episode(feed, steps);
        feed.end("done");
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failure.get()).isNull();
    }

    @Test
    void waitingEndsWithARecordWithTheTimeAndWithAnInterrupt() throws InterruptedException {
        LiveFeed feed = new LiveFeed();
        try (FeedReader reader = feed.reader()) {
            assertThat(reader.await(1_000)).isFalse();
            Thread writer = new Thread(() -> Feeds.episode(feed, 1));
            writer.start();
            assertThat(reader.await(Feeds.PATIENCE)).isTrue();
            writer.join();
            reader.next();
            reader.next();
            Thread.currentThread().interrupt();
            assertThat(reader.await(Feeds.PATIENCE)).isFalse();
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void nothingFollowsTheEnd() {
        LiveFeed feed = new LiveFeed();
        feed.end("first");
        feed.end("second");
        Feeds.episode(feed, 2);
        try (FeedReader reader = feed.reader()) {
            assertThat(reader.next()).isEqualTo(new LiveRecord.End("first"));
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void aFeedWithoutRoomIsRefused() {
        assertThatThrownBy(() -> new LiveFeed(1, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("records=1");
    }
}
