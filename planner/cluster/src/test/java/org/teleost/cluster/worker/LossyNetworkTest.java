package org.teleost.cluster.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.teleost.cluster.master.CellBoard;
import org.teleost.cluster.protocol.MessageCodec;
import org.teleost.cluster.protocol.Peer;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellRun;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiment.cell.CellStore;
import org.teleost.experiment.cluster.ClusterAddress;
import org.teleost.experiment.cluster.WorkerSetup;

/** Master and workers over a network that loses, doubles and cuts, with a clock that is twenty times as fast. */
@Timeout(30)
class LossyNetworkTest {
    private static final int SPEED = 20;
    private static final List<String> FIRST =
            IntStream.range(0, 60).mapToObj(i -> "first " + i).toList();

    private final ExecutorService wire = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
    private final Random random = new Random(3);
    private final Map<String, Integer> rows = new ConcurrentHashMap<>();
    private final AtomicInteger computed = new AtomicInteger();
    private final List<WorkerDesk> desks = new ArrayList<>();
    private double loss;
    private double doubling;

    private static long clock() {
        return SPEED * System.nanoTime();
    }

    /** The program of master and workers: two rounds, the second of which needs the results of the first. */
    private void experiment(CellSharing sharing, CellStore store) {
        CellStore shared = store.shared(sharing);
        boolean first = CellRun.run(FIRST, 1, shared, () -> false, (key, monitor) -> compute(key), (cell, e) -> {});
        if (!first) {
            return;
        }
        double sum = FIRST.stream()
                .mapToDouble(key -> store.find(key).orElseThrow().number("x"))
                .sum();
        List<String> second = List.of("second " + sum, "third " + sum);
        CellRun.run(second, 1, shared, () -> false, (key, monitor) -> compute(key), (cell, e) -> {});
    }

    private Optional<Cell> compute(String key) {
        computed.incrementAndGet();
        return Optional.of(Cell.of(key).with("x", (double) key.hashCode()));
    }

    private CellStore counting() {
        CellStore memory = CellStore.inMemory();
        return new CellStore() {
            @Override
            public Optional<Cell> find(String key) {
                return memory.find(key);
            }

            @Override
            public void add(Cell cell) {
                rows.merge(cell.key(), 1, Integer::sum);
                memory.add(cell);
            }

            @Override
            public List<Cell> all() {
                return memory.all();
            }
        };
    }

    private void carry(Runnable message) {
        if (random.nextDouble() < loss) {
            return;
        }
        wire.execute(message);
        if (random.nextDouble() < doubling) {
            wire.execute(message);
        }
    }

    private WorkerDesk join(CellBoard board, String name) {
        WorkerSetup setup = new WorkerSetup(
                new ClusterAddress("127.0.0.1", 1),
                new ClusterAddress("127.0.0.1", 0),
                Optional.empty(),
                "build",
                "host",
                name,
                2,
                10,
                false,
                line -> {});
        WorkerDesk desk = new WorkerDesk(
                setup,
                name.hashCode(),
                (command, sharing) -> experiment(sharing, CellStore.inMemory()),
                LossyNetworkTest::clock);
        desks.add(desk);
        connect(board, desk);
        return desk;
    }

    /** Every message goes through its bytes. */
    private void connect(CellBoard board, WorkerDesk desk) {
        Peer worker = message -> {
            byte[] bytes = MessageCodec.encode(message);
            synchronized (random) {
                carry(() -> desk.receive(MessageCodec.decode(bytes)));
            }
        };
        desk.connected(message -> {
            byte[] bytes = MessageCodec.encode(message);
            synchronized (random) {
                carry(() -> board.receive(worker, MessageCodec.decode(bytes)));
            }
        });
    }

    private CellBoard board(long session) {
        CellBoard board = new CellBoard(session, "build", List.of("map"), line -> {}, LossyNetworkTest::clock);
        ScheduledFuture<?> beat = beats.scheduleWithFixedDelay(
                () -> {
                    board.tick();
                    desks.forEach(WorkerDesk::tick);
                },
                5,
                5,
                TimeUnit.MILLISECONDS);
        assertThat(beat.isDone()).isFalse();
        return board;
    }

    @AfterEach
    void end() {
        desks.forEach(WorkerDesk::close);
        beats.shutdownNow();
        wire.shutdownNow();
    }

    private void assertEachRowOnce() {
        assertThat(rows).hasSize(FIRST.size() + 2).containsKeys(FIRST.toArray(new String[0]));
        assertThat(rows.values()).allMatch(count -> count == 1);
    }

    @Test
    void aSoundNetworkComputesEachCellOnce() {
        CellBoard board = board(1);
        join(board, "a");
        join(board, "b");
        experiment(board, counting());
        assertEachRowOnce();
        assertThat(computed).hasValue(FIRST.size() + 2);
        assertThat(board.status().repeats()).isZero();
    }

    @Test
    void aNetworkThatLosesAndDoublesGivesEachRowOnceAndCountsRepeats() {
        loss = 0.3;
        doubling = 0.3;
        CellBoard board = board(1);
        join(board, "a");
        join(board, "b");
        join(board, "c");
        experiment(board, counting());
        assertEachRowOnce();
        assertThat(board.status().repeats()).isPositive();
    }

    @Test
    void aMasterThatComesBackIsServedByTheSameWorkersAndNothingFinishedIsComputedTwice() {
        CellStore store = counting();
        CellBoard first = board(1);
        WorkerDesk desk = join(first, "a");
        FIRST.subList(0, 20).forEach(key -> compute(key).ifPresent(store::add));
        desk.disconnected();
        CellBoard second = board(2);
        connect(second, desk);
        experiment(second, store);
        assertEachRowOnce();
        assertThat(computed).hasValue(FIRST.size() + 2);
    }

    @Test
    void aLateWorkerFetchesTheRoundsBefore() throws InterruptedException {
        CellBoard board = board(1);
        CellStore store = counting();
        Thread master = new Thread(() -> experiment(board, store));
        master.start();
        WorkerDesk early = join(board, "early");
        while (board.status().done() < 10 && master.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        join(board, "late");
        early.disconnected();
        master.join();
        assertEachRowOnce();
        assertThat(desks).noneMatch(desk -> desk.refusal().isPresent());
    }
}
