package org.teleost.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.belief.ParticleBelief;
import org.teleost.control.TreePath;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.random.RandomStream;

@Timeout(300)
class FlightRecorderTest {
    private static final TinyTiger MODEL = new TinyTiger();
    private static final int DECISIONS = 12;

    /** 10 000 where there is time: -Dteleost.damaged=10000. */
    private static final int DAMAGED = Integer.getInteger("teleost.damaged", 600);

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private static ParticleBelief belief(int i) {
        ParticleBelief belief = new ParticleBelief(MODEL.layout(), 30 + i);
        belief.sampleInitial(MODEL, i);
        return belief;
    }

    private static Decision decision(int i) {
        Decision decision = new Decision();
        decision.action = i % 3;
        decision.value = 0.1 * i;
        decision.episodes = 100L + i;
        decision.keptNodes = i;
        decision.actionRows = 2;
        decision.actions[1] = 2;
        decision.values[1] = -i;
        decision.vetoedAction = i % 2 == 0 ? 1 : -1;
        decision.vetoReason = i % 2 == 0 ? "because" : null;
        return decision;
    }

    private static TreePath path(int i) {
        return i == 0 ? TreePath.FRESH : new TreePath(1, i, -7L * i, 7L * i);
    }

    private Path record(FlightLimits limits) throws IOException {
        try (FlightRecorder recorder = new FlightRecorder(folder, Map.of("problem", "tiger"), limits)) {
            for (int i = 0; i < DECISIONS; i++) {
                recorder.decided(i, belief(i), path(i), decision(i));
                while (recorder.written() < i + 1) {
                    Thread.onSpinWait();
                }
            }
            assertThat(recorder.dropped()).isZero();
            assertThat(recorder.trouble()).isEmpty();
        }
        return folder.resolve("flight-000001.mcap");
    }

    private static List<FlightRecord> read(Path file) throws IOException {
        try (FlightReader reader = FlightReader.open(file)) {
            return reader.records(MODEL.layout(), 0, Long.MAX_VALUE);
        }
    }

    private static void assertRecorded(FlightRecord record) {
        int i = (int) record.index();
        Decision expected = decision(i);
        Decision read = record.decision();
        assertThat(record.path()).isEqualTo(path(i));
        assertThat(record.digest()).isEqualTo(expected.digest(0));
        assertThat(read.digest(0)).isEqualTo(expected.digest(0));
        assertThat(read.vetoReason).isEqualTo(expected.vetoReason);
        ParticleBelief belief = belief(i);
        assertThat(record.belief().size()).isEqualTo(belief.size());
        State own = MODEL.layout().newState();
        State kept = MODEL.layout().newState();
        for (int particle = 0; particle < belief.size(); particle++) {
            belief.load(particle, own);
            record.belief().load(particle, kept);
            assertThat(kept.ints).isEqualTo(own.ints);
            assertThat(record.belief().weight(particle)).isEqualTo(belief.weight(particle));
        }
    }

    @Test
    void whatWasRecordedIsReadBack() throws IOException {
        Path file = record(FlightLimits.defaults());
        assertThat(read(file)).hasSize(DECISIONS).allSatisfy(FlightRecorderTest::assertRecorded);
        try (FlightReader reader = FlightReader.open(file)) {
            assertThat(reader.configuration()).isEqualTo(Map.of("problem", "tiger"));
            assertThat(reader.numbers()).isEqualTo("0 to 11");
            assertThat(reader.records(MODEL.layout(), 3, 4))
                    .extracting(FlightRecord::index)
                    .containsExactly(3L, 4L);
        }
    }

    @Test
    void filesAreRotatedAndTheOldestGo() throws IOException {
        record(new FlightLimits(1_500, 3, 2));
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        assertThat(names).hasSize(3).doesNotContain("flight-000001.mcap");
        List<FlightRecord> last = read(folder.resolve(names.get(2)));
        assertThat(last.get(last.size() - 1).index()).isEqualTo(DECISIONS - 1);
        try (FlightRecorder again = new FlightRecorder(folder, Map.of(), FlightLimits.defaults())) {
            again.decided(0, belief(0), path(0), decision(0));
        }
        assertThat(read(folder.resolve(names.get(2)))).hasSameSizeAs(last);
    }

    @Test
    void aSlowDiskDropsDecisionsAndHoldsNobody() throws IOException {
        int asked = 20_000;
        try (FlightRecorder recorder = new FlightRecorder(folder, Map.of(), new FlightLimits(1L << 30, 1, 2))) {
            ParticleBelief belief = belief(5);
            for (int i = 0; i < asked; i++) {
                recorder.decided(i, belief, path(i), decision(i));
            }
            while (recorder.written() + recorder.dropped() < asked) {
                Thread.onSpinWait();
            }
            assertThat(recorder.dropped()).isPositive();
            assertThat(recorder.written() + recorder.dropped()).isEqualTo(asked);
        }
    }

    @Test
    void aFolderThatGoesAwayIsCountedAndSaid() throws IOException {
        Path gone = folder.resolve("gone");
        try (FlightRecorder recorder = new FlightRecorder(gone, Map.of(), new FlightLimits(1, 1, 4))) {
            recorder.decided(0, belief(0), path(0), decision(0));
            while (recorder.written() < 1) {
                Thread.onSpinWait();
            }
            Files.delete(gone.resolve("flight-000001.mcap"));
            Files.delete(gone);
            recorder.decided(1, belief(1), path(1), decision(1));
            while (recorder.dropped() < 1) {
                Thread.onSpinWait();
            }
            assertThat(recorder.trouble()).contains("flight-000002.mcap");
        }
    }

    /** Linux has a device that is always full. */
    @Test
    void aFullDiskCostsTheDecisionsOfThatTimeAndNoFile() throws IOException {
        assumeTrue(Files.isWritable(FULL), "no " + FULL + " on this machine");
        try (FlightRecorder recorder = new FlightRecorder(folder, Map.of(), new FlightLimits(1, 2, 4))) {
            recorder.decided(0, belief(0), path(0), decision(0));
            await(recorder, 1, 0);
            for (int i = 1; i <= 5; i++) {
                Files.createSymbolicLink(folder.resolve("flight-000002.mcap"), FULL);
                recorder.decided(i, belief(i), path(i), decision(i));
                await(recorder, 1, i);
                assertThat(recorder.trouble()).contains("flight-000002.mcap");
            }
            recorder.decided(6, belief(6), path(6), decision(6));
            await(recorder, 2, 5);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("flight-000001.mcap", "flight-000002.mcap");
        }
        assertThat(read(folder.resolve("flight-000001.mcap")))
                .extracting(FlightRecord::index)
                .containsExactly(0L);
        assertThat(read(folder.resolve("flight-000002.mcap")))
                .extracting(FlightRecord::index)
                .containsExactly(6L);
    }

    private static void await(FlightRecorder recorder, long written, long dropped) {
        while (recorder.written() < written || recorder.dropped() < dropped) {
            Thread.onSpinWait();
        }
    }

    @Test
    void limitsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new FlightLimits(1, 1, 2_000)).hasMessageContaining("waiting at most 1024");
    }

    /** What was written whole before the first damage is read, and nothing that was never written. */
    @Test
    void noDamageCostsMoreThanWhatItHitsAndNoneIsTakenForARecord() throws IOException {
        byte[] whole = Files.readAllBytes(record(FlightLimits.defaults()));
        List<Integer> ends = ends(whole);
        Path file = folder.resolve("damaged.mcap");
        RandomStream dice = new RandomStream(11);
        for (int i = 0; i < DAMAGED; i++) {
            byte[] damaged = whole.clone();
            int first;
            if (i % 3 == 0) {
                first = dice.nextInt(whole.length);
                damaged = Arrays.copyOf(whole, first);
            } else {
                first = whole.length;
                for (int flips = 1 + dice.nextInt(3); flips > 0; flips--) {
                    int at = dice.nextInt(whole.length);
                    damaged[at] ^= (byte) (1 << dice.nextInt(8));
                    first = Math.min(first, at);
                }
            }
            Files.write(file, damaged);
            int intact = 0;
            while (intact < ends.size() && ends.get(intact) <= first) {
                intact++;
            }
            List<FlightRecord> read;
            try {
                read = read(file);
            } catch (IOException e) {
                // without its first bytes a file is no recording
                assertThat(intact).as("%s", e).isZero();
                continue;
            }
            read.forEach(FlightRecorderTest::assertRecorded);
            assertThat(read.stream().map(record -> (int) record.index()).toList())
                    .as("damage from byte %d on", first)
                    .containsAll(Stream.iterate(0, k -> k + 1).limit(intact).toList());
        }
    }

    /** The ends of the chunks: lengths at which another record can be read. */
    private List<Integer> ends(byte[] whole) throws IOException {
        List<Integer> ends = new ArrayList<>();
        Path file = folder.resolve("cut.mcap");
        int low = 0;
        for (int wanted = 1; wanted <= DECISIONS; wanted++) {
            int high = whole.length;
            while (low < high) {
                int middle = (low + high) / 2;
                Files.write(file, Arrays.copyOf(whole, middle));
                if (count(file) >= wanted) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            ends.add(low);
        }
        return ends;
    }

    private static int count(Path file) {
        try {
            return read(file).size();
        } catch (IOException e) {
            return 0;
        }
    }
}
