package org.teleost.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.control.ControlSession;
import org.teleost.fixtures.BrokenModel;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.settings.LeafRule;

@Timeout(60)
class PlanningEventsTest {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    private static ControlSession open(GenerativeModel model) {
        return ControlSession.of(model)
                .settings(PlannerSettings.defaults()
                        .withThreads(1)
                        .withParticles(300)
                        .with(s -> {
                            s.memoryBytes = 8L << 20;
                            s.leafValue = LeafRule.MODEL;
                        }))
                .telemetry(new PlanningEvents())
                .open();
    }

    private List<RecordedEvent> record(GenerativeModel model) throws IOException {
        try (Recording recording = new Recording()) {
            for (String name : List.of("Search", "Backup", "Belief", "Decision", "Alarm")) {
                recording.enable("org.teleost." + name).withoutThreshold();
            }
            recording.start();
            try (ControlSession session = open(model)) {
                session.decide(Budget.ofEpisodes(2_000));
                session.observe(TinyTiger.LISTEN, 0);
                session.decide(Budget.ofEpisodes(3_000));
            }
            recording.stop();
            Path file = folder.resolve("planning.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file);
        }
    }

    private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals("org.teleost." + name))
                .toList();
    }

    @Test
    void everyPhaseIsAnEventWithItsTimeAndNumbers() throws IOException {
        List<RecordedEvent> events = record(new TinyTiger());
        List<RecordedEvent> decisions = named(events, "Decision");
        assertThat(decisions).extracting(event -> event.getLong("episodes")).containsExactlyInAnyOrder(2_000L, 3_000L);
        assertThat(decisions).allSatisfy(event -> {
            assertThat(event.getInt("action")).isEqualTo(TinyTiger.LISTEN);
            assertThat(event.getInt("vetoed")).isEqualTo(-1);
            assertThat(event.getDuration()).isPositive();
        });
        assertThat(named(events, "Search").stream()
                        .mapToLong(event -> event.getLong("episodes"))
                        .sum())
                .isEqualTo(5_000);
        assertThat(named(events, "Search"))
                .allSatisfy(
                        event -> assertThat(event.getLong("steps")).isGreaterThanOrEqualTo(event.getLong("episodes")));
        assertThat(named(events, "Backup"))
                .hasSameSizeAs(named(events, "Search"))
                .allSatisfy(event -> assertThat(event.getInt("nodes")).isPositive());
        assertThat(named(events, "Belief"))
                .singleElement()
                .satisfies(event -> assertThat(event.getString("level")).isEqualTo("HEALTHY"));
        assertThat(named(events, "Alarm")).isEmpty();
        Duration whole = decisions.get(0).getDuration().plus(decisions.get(1).getDuration());
        assertThat(named(events, "Search").stream()
                        .map(RecordedEvent::getDuration)
                        .reduce(Duration.ZERO, Duration::plus))
                .isLessThan(whole);
    }

    @Test
    void aBeliefThatIsLostIsAnAlarm() throws IOException {
        List<RecordedEvent> events =
                record(new BrokenModel(new TinyTiger(), BrokenModel.Fault.IMPOSSIBLE_OBSERVATIONS, TinyTiger.LISTEN));
        assertThat(named(events, "Alarm")).singleElement().satisfies(event -> {
            assertThat(event.getString("level")).isEqualTo("LOST");
            assertThat(event.getInt("particles")).isEqualTo(300);
        });
    }

    @Test
    void whileNobodyRecordsNothingIsAllocated() {
        Decision decision = new Decision();
        Budget budget = Budget.ofEpisodes(200);
        float[] none = {};
        try (ControlSession session = open(new TinyTiger())) {
            long[] threads = session.threadIds();
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 60; i++) {
                long before = allocated(threads);
                session.decide(budget, decision);
                session.tell(TinyTiger.LISTEN, i & 1, none);
                session.awaitBelief();
                least = Math.min(least, allocated(threads) - before);
            }
            assertThat(least).isZero();
        }
    }

    private static long allocated(long[] threads) {
        long sum = THREADS.getCurrentThreadAllocatedBytes();
        for (long id : threads) {
            sum += THREADS.getThreadAllocatedBytes(id);
        }
        return sum;
    }
}
