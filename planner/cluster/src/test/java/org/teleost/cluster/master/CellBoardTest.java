package org.teleost.cluster.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.teleost.cluster.protocol.Message;
import org.teleost.cluster.protocol.Message.Done;
import org.teleost.cluster.protocol.Message.Failed;
import org.teleost.cluster.protocol.Message.Held;
import org.teleost.cluster.protocol.Message.Hello;
import org.teleost.cluster.protocol.Message.Kept;
import org.teleost.cluster.protocol.Message.Ready;
import org.teleost.cluster.protocol.Message.Refused;
import org.teleost.cluster.protocol.Message.Task;
import org.teleost.cluster.protocol.Message.Welcome;
import org.teleost.cluster.protocol.Peer;
import org.teleost.cluster.protocol.RoundDigest;
import org.teleost.experiment.ExperimentException;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellRun;
import org.teleost.experiment.cell.CellStore;

@Timeout(20)
class CellBoardTest {
    private static final long SESSION = 5;
    private static final List<String> KEYS = List.of("a", "b", "c");

    private final AtomicLong now = new AtomicLong();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CellBoard board = new CellBoard(SESSION, "build", List.of("plan"), log::add, now::get);
    private final CellStore store = CellStore.inMemory();
    private final AtomicBoolean stop = new AtomicBoolean();
    private CompletableFuture<Boolean> run;

    /** A worker as the board sees it. */
    private final class Worker implements Peer {
        private final List<Message> heard = new CopyOnWriteArrayList<>();
        private final String name;

        Worker(String name) {
            this.name = name;
            hello("build");
        }

        void hello(String build) {
            board.receive(this, new Hello(Message.PROTOCOL, build, "host-" + name, name, name.hashCode(), 1, 0));
        }

        @Override
        public void send(Message message) {
            heard.add(message);
        }

        /** Offers a slot; the task that it gets for it, or null. */
        Task ready(Held... held) {
            int before = heard.size();
            board.receive(this, new Ready(SESSION, 1, RoundDigest.of(KEYS), 1, List.of(held)));
            return heard.size() == before ? null : (Task) heard.get(before);
        }

        void done(Task task) {
            board.receive(
                    this,
                    new Done(SESSION, 1, task.attempt(), Cell.of(task.key()).with("x", 1.0)));
        }

        boolean heard(Class<? extends Message> kind) {
            return heard.stream().anyMatch(kind::isInstance);
        }
    }

    private void begin() throws InterruptedException {
        run = CompletableFuture.supplyAsync(() -> CellRun.run(
                KEYS, 1, store.shared(board), stop::get, (key, monitor) -> Optional.empty(), (cell, earlier) -> {}));
        until(() -> board.status().total() == KEYS.size());
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private void seconds(double seconds) {
        now.addAndGet(Math.round(1e9 * seconds));
    }

    @AfterEach
    void end() {
        stop.set(true);
        if (run != null) {
            run.handle((done, fault) -> null).join();
        }
    }

    @Test
    void eachCellGoesToOneWorkerAndTheStoreHasItBeforeTheWorkerHears() throws InterruptedException {
        Worker first = new Worker("first");
        Worker second = new Worker("second");
        begin();
        List<Task> tasks = new ArrayList<>(List.of(first.ready(), second.ready()));
        assertThat(tasks).extracting(Task::key).containsExactly("a", "b");
        first.done(tasks.get(0));
        Task third = first.ready();
        assertThat(third.key()).isEqualTo("c");
        first.done(third);
        second.done(tasks.get(1));
        assertThat(run.join()).isTrue();
        assertThat(store.find("b").orElseThrow().text("host")).isEqualTo("host-second");
        assertThat(store.find("b").orElseThrow().number("attempt")).isEqualTo(1);
        assertThat(first.heard(Kept.class)).isTrue();
        assertThat(board.status().hosts()).containsExactlyInAnyOrder("host-first", "host-second");
    }

    @Test
    void aSilentWorkersCellIsGivenAgainAndItsLateResultIsARepeat() throws InterruptedException {
        Worker sleepy = new Worker("sleepy");
        Worker other = new Worker("other");
        begin();
        Task task = sleepy.ready();
        seconds(2.5);
        board.tick();
        assertThat(board.status().lost()).isZero();
        seconds(1);
        assertThat(other.ready().key()).isEqualTo("b");
        board.tick();
        assertThat(board.status().lost()).isEqualTo(1);
        Task again = other.ready(new Held("b", 1));
        assertThat(again.key()).isEqualTo("a");
        assertThat(again.attempt()).isEqualTo(2);
        other.done(again);
        sleepy.done(task);
        assertThat(board.status().repeats()).isEqualTo(1);
        until(() -> store.find("a").isPresent());
        assertThat(store.find("a").orElseThrow().number("attempt")).isEqualTo(2);
        assertThat(store.all()).hasSize(1);
    }

    @Test
    void aLateResultCountsIfItIsTheFirst() throws InterruptedException {
        Worker sleepy = new Worker("sleepy");
        begin();
        Task task = sleepy.ready();
        seconds(4);
        board.tick();
        sleepy.done(task);
        until(() -> store.find("a").isPresent());
        assertThat(sleepy.ready().key()).isEqualTo("b");
        assertThat(board.status().repeats()).isZero();
    }

    @Test
    void aTaskThatGotLostOnItsWayIsGivenAgain() throws InterruptedException {
        Worker worker = new Worker("worker");
        begin();
        assertThat(worker.ready().attempt()).isEqualTo(1);
        seconds(1);
        assertThat(worker.ready()).as("it has one slot, and a task on its way").isNull();
        seconds(1.5);
        Task again = worker.ready();
        assertThat(again.key()).isEqualTo("a");
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void aWorkerThatIsGoneLosesItsCells() throws InterruptedException {
        Worker worker = new Worker("worker");
        begin();
        worker.ready();
        board.gone(worker);
        assertThat(new Worker("next").ready().attempt()).isEqualTo(2);
        assertThat(log).anyMatch(line -> line.contains("worker worker on host-worker is gone"));
    }

    @Test
    void threeFailuresEndACellAndTheOthersAreComputed() throws InterruptedException {
        Worker worker = new Worker("worker");
        begin();
        int failures = 0;
        for (Task task = worker.ready(); task != null; task = worker.ready()) {
            if (task.key().equals("b")) {
                failures++;
                board.receive(worker, new Failed(SESSION, 1, "b", task.attempt(), "too hot"));
                worker.heard.clear();
            } else {
                worker.done(task);
                until(() -> worker.heard(Kept.class));
                worker.heard.clear();
            }
        }
        assertThat(failures).isEqualTo(3);
        assertThatThrownBy(run::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("1 cell failed: 'b' (worker: too hot)")
                .hasMessageContaining("--resume");
        assertThat(store.all()).extracting(Cell::key).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void strangersAreToldBothSides() {
        Worker old = new Worker("old");
        assertThat(old.heard(Welcome.class)).isTrue();
        Worker other = new Worker("other");
        other.heard.clear();
        other.hello("elderly");
        assertThat(((Refused) other.heard.get(0)).reason())
                .contains("the worker's build is elderly, the master's build")
                .contains("start both from one checkout");
        Worker twin = new Worker("old");
        assertThat(twin.heard(Welcome.class))
                .as("the same process on a new connection")
                .isTrue();
        List<Message> heard = new ArrayList<>();
        Peer clash = heard::add;
        board.receive(clash, new Hello(Message.PROTOCOL, "build", "h2", "old", 77, 1, 0));
        assertThat(((Refused) heard.get(0)).reason())
                .contains("calls itself old")
                .contains("--name");
    }

    @Test
    void aWorkerWithOtherCellsIsRefused() throws InterruptedException {
        Worker worker = new Worker("worker");
        begin();
        worker.heard.clear();
        board.receive(worker, new Ready(SESSION, 1, 3, 1, List.of()));
        assertThat(((Refused) worker.heard.get(0)).reason()).contains("digest 0000000000000003", "on the master");
        assertThat(worker.ready()).isNull();
    }

    @Test
    void finishedCellsOfAnEarlierRunAreGivenToNobody() throws InterruptedException {
        store.add(Cell.of("a"));
        store.add(Cell.of("b"));
        Worker worker = new Worker("worker");
        begin();
        Task task = worker.ready();
        assertThat(task.key()).isEqualTo("c");
        worker.done(task);
        assertThat(run.join()).isTrue();
    }
}
