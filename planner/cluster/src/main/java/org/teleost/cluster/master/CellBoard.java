package org.teleost.cluster.master;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.teleost.cluster.protocol.Message;
import org.teleost.cluster.protocol.Message.Alive;
import org.teleost.cluster.protocol.Message.Cells;
import org.teleost.cluster.protocol.Message.Done;
import org.teleost.cluster.protocol.Message.Failed;
import org.teleost.cluster.protocol.Message.Hello;
import org.teleost.cluster.protocol.Message.Kept;
import org.teleost.cluster.protocol.Message.Ready;
import org.teleost.cluster.protocol.Message.Refused;
import org.teleost.cluster.protocol.Message.Stop;
import org.teleost.cluster.protocol.Message.Task;
import org.teleost.cluster.protocol.Message.Welcome;
import org.teleost.cluster.protocol.Peer;
import org.teleost.experiment.ExperimentException;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellRound;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiment.cluster.ClusterStatus;

/**
 * Gives the cells of one command to the workers that ask for them. A cell belongs to a worker while it says so; one
 * that is silent for {@link #LEASE_NANOS} loses its cells to others. The first result of a cell counts, also a late one
 * of a worker that lost it; later ones are dropped and counted. Messages may get lost: whoever sends repeats.
 */
public final class CellBoard implements CellSharing {
    /** Silence after which a worker's cells are given to others. */
    static final long LEASE_NANOS = 3_000_000_000L;

    /** After so much time a worker that doesn't say that it has a cell never got it. */
    private static final long ARRIVAL_NANOS = 2_000_000_000L;

    /** Cells in one message. */
    private static final int BATCH = 64;

    private record Arrival(WorkerSeat worker, Done done) {}

    private final long session;
    private final String build;
    private final List<String> command;
    private final Consumer<String> log;
    private final LongSupplier clock;
    private final Map<Peer, WorkerSeat> workers = new LinkedHashMap<>();
    private final Map<Integer, CellRound> finished = new LinkedHashMap<>();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Set<String> hosts = new LinkedHashSet<>();
    private final Set<String> said = new LinkedHashSet<>();
    private final FinishRate rate = new FinishRate();
    private RoundState round;

    /** The round under way, or the last one. */
    private RoundState shown;

    private int rounds;
    private int failures;
    private int lost;
    private int repeats;

    /**
     * @param session a number that no other run has, not 0
     * @param build of the program; workers of another are refused
     * @param clock nanoseconds
     */
    public CellBoard(long session, String build, List<String> command, Consumer<String> log, LongSupplier clock) {
        this.session = session;
        this.build = build;
        this.command = List.copyOf(command);
        this.log = log;
        this.clock = clock;
    }

    @Override
    public boolean run(CellRound cells) {
        for (String key : cells.keys()) {
            cells.store().find(key).ifPresent(cell -> cells.listener().finished(cell, true));
        }
        begin(cells);
        try {
            while (!over()) {
                if (cells.stop().getAsBoolean()) {
                    return false;
                }
                keep(cells, arrivals.poll(100, TimeUnit.MILLISECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            end(cells);
        }
        return cells.complete();
    }

    private synchronized void begin(CellRound cells) {
        rounds++;
        round = new RoundState(rounds, cells);
        shown = round;
        workers.values().forEach(this::serve);
    }

    private synchronized boolean over() {
        return round.over() && arrivals.isEmpty();
    }

    /** What came last is kept even if the user has stopped. */
    private void end(CellRound cells) {
        Map<String, String> failed;
        synchronized (this) {
            failed = Map.copyOf(round.failed());
            finished.put(round.number, cells);
            round = null;
        }
        for (Arrival arrival = arrivals.poll(); arrival != null; arrival = arrivals.poll()) {
            keep(cells, arrival);
        }
        if (!failed.isEmpty()) {
            throw new ExperimentException(failed.size() + (failed.size() == 1 ? " cell" : " cells") + " failed: "
                    + failed.entrySet().stream()
                            .limit(5)
                            .map(entry -> "'" + entry.getKey() + "' (" + entry.getValue() + ")")
                            .collect(Collectors.joining(", "))
                    + (failed.size() > 5 ? ", ..." : "")
                    + "; finished cells are kept, --resume tries the others again");
        }
    }

    /** Puts a result into the store, and only then tells the worker. */
    private void keep(CellRound cells, Arrival arrival) {
        if (arrival == null) {
            return;
        }
        Done done = arrival.done();
        Cell cell = done.cell().with("host", arrival.worker().hello.host()).with("attempt", (double) done.attempt());
        cells.store().add(cell);
        arrival.worker().peer.send(new Kept(session, cell.key(), done.attempt()));
        int count;
        synchronized (this) {
            hosts.add(arrival.worker().hello.host());
            rate.finished(clock.getAsLong());
            count = round == null ? cells.keys().size() : round.done() - arrivals.size();
        }
        cells.listener().finished(cell.withoutFiles(), false);
        cells.listener().progress(count, cells.keys().size(), cell.key());
    }

    /** A message came. */
    public synchronized void receive(Peer peer, Message message) {
        if (message instanceof Hello hello) {
            greet(peer, hello);
            return;
        }
        WorkerSeat worker = workers.get(peer);
        if (worker == null || worker.refused) {
            return;
        }
        worker.seen = clock.getAsLong();
        if (message instanceof Ready ready && ready.session() == session) {
            ready(worker, ready);
        } else if (message instanceof Done done && done.session() == session) {
            done(worker, done);
        } else if (message instanceof Failed failed && failed.session() == session) {
            failed(worker, failed);
        }
    }

    private void greet(Peer peer, Hello hello) {
        Optional<String> objection = objection(peer, hello);
        if (objection.isPresent()) {
            once("worker " + hello.name() + " on " + hello.host() + " is refused: " + objection.get());
            peer.send(new Refused(objection.get()));
            return;
        }
        // the same process after a break: its earlier connection is over
        List.copyOf(workers.values()).stream()
                .filter(seat -> seat.hello.incarnation() == hello.incarnation() && !seat.peer.equals(peer))
                .forEach(seat -> gone(seat.peer));
        if (!workers.containsKey(peer)) {
            workers.put(peer, new WorkerSeat(peer, hello, clock.getAsLong()));
            log.accept("worker " + hello.name() + " on " + hello.host()
                    + (hello.session() == session ? " is back" : " has come") + ", slots: " + hello.slots());
        }
        peer.send(new Welcome(session, command));
    }

    private Optional<String> objection(Peer peer, Hello hello) {
        if (!hello.build().equals(build)) {
            return Optional.of("the worker's build is " + hello.build() + ", the master's " + build
                    + "; start both from one checkout or one jar");
        }
        if (hello.slots() < 1 || hello.slots() > 1024) {
            return Optional.of("slots=" + hello.slots() + "; allowed range 1 to 1024");
        }
        boolean taken = workers.values().stream()
                .anyMatch(seat -> seat.hello.name().equals(hello.name())
                        && seat.hello.incarnation() != hello.incarnation()
                        && !seat.silent(clock.getAsLong())
                        && !seat.peer.equals(peer));
        return taken
                ? Optional.of("a worker on " + hello.host() + " calls itself " + hello.name()
                        + ", as another one does already; choose another --name")
                : Optional.empty();
    }

    private void ready(WorkerSeat worker, Ready ready) {
        worker.round = ready.round();
        worker.free = Math.max(0, Math.min(ready.free(), 2 * worker.hello.slots()));
        if (round != null && ready.round() == round.number) {
            if (ready.digest() != round.digest) {
                worker.refused = true;
                worker.peer.send(new Refused(String.format(
                        "round %d has other cells here (digest %016x) than on the master (%016x): the configuration,"
                                + " a file or the class path differs; make them the same on both machines",
                        round.number, ready.digest(), round.digest)));
                return;
            }
            Set<String> held = ready.held().stream().map(Message.Held::key).collect(Collectors.toSet());
            long arrived = clock.getAsLong() - ARRIVAL_NANOS;
            lost += round.lose(lease -> lease.getValue().worker() == worker
                            && lease.getValue().since() < arrived
                            && !held.contains(lease.getKey()))
                    .size();
            // it didn't know of them when it counted
            worker.free -= (int) round.onTheWay(worker, held);
        }
        serve(worker);
    }

    /** Gives a worker what it would take; one that is behind gets the results that it needs to go on. */
    private void serve(WorkerSeat worker) {
        long now = clock.getAsLong();
        if (round == null || worker.refused || worker.silent(now) || worker.round > round.number) {
            return;
        }
        if (worker.round > 0 && worker.round < round.number) {
            sendCells(worker, now);
            return;
        }
        while (worker.round == round.number && worker.free > 0) {
            String key = round.give(worker, now);
            if (key == null) {
                return;
            }
            worker.free--;
            worker.peer.send(new Task(session, round.number, key, round.attempt(key)));
        }
    }

    private void sendCells(WorkerSeat worker, long now) {
        CellRound behind = finished.get(worker.round);
        if (behind == null || now - worker.cellsSent < ARRIVAL_NANOS && worker.cellsSent != 0) {
            return;
        }
        worker.cellsSent = now;
        List<String> keys = behind.keys();
        for (int begin = 0; begin < keys.size(); begin += BATCH) {
            List<Cell> some = new ArrayList<>();
            int end = Math.min(keys.size(), begin + BATCH);
            keys.subList(begin, end).forEach(key -> behind.store().find(key).ifPresent(some::add));
            worker.peer.send(new Cells(session, worker.round, end == keys.size(), some));
        }
    }

    private void done(WorkerSeat worker, Done done) {
        if (round != null
                && round.number == done.round()
                && round.take(done.cell().key())) {
            arrivals.add(new Arrival(worker, done));
        } else {
            repeats++;
            worker.peer.send(new Kept(session, done.cell().key(), done.attempt()));
        }
    }

    private void failed(WorkerSeat worker, Failed failed) {
        worker.peer.send(new Kept(session, failed.key(), failed.attempt()));
        if (round != null
                && round.number == failed.round()
                && round.fail(worker, failed.key(), failed.attempt(), failed.reason())) {
            failures++;
            once("cell '" + failed.key() + "' failed on " + worker.hello.name() + ": " + failed.reason());
            workers.values().forEach(this::serve);
        }
    }

    /** The connection to a worker is over. */
    public synchronized void gone(Peer peer) {
        WorkerSeat worker = workers.remove(peer);
        if (worker != null) {
            log.accept("worker " + worker.hello.name() + " on " + worker.hello.host() + " is gone");
            loseCells(worker);
        }
    }

    private void loseCells(WorkerSeat worker) {
        if (round != null) {
            int cells = round.lose(lease -> lease.getValue().worker() == worker).size();
            lost += cells;
            if (cells > 0) {
                log.accept("worker " + worker.hello.name() + " is silent: " + cells
                        + (cells == 1 ? " cell is" : " cells are") + " given again");
                workers.values().forEach(this::serve);
            }
        }
    }

    /** To be called several times a second. */
    public synchronized void tick() {
        long now = clock.getAsLong();
        for (WorkerSeat worker : List.copyOf(workers.values())) {
            if (worker.silent(now)) {
                loseCells(worker);
            }
            worker.peer.send(new Alive(session));
        }
    }

    /** Says a line the first time. */
    private void once(String line) {
        if (said.size() < 1000 && said.add(line)) {
            log.accept(line);
        }
    }

    /** What is going on. */
    public synchronized ClusterStatus status() {
        long now = clock.getAsLong();
        List<WorkerSeat> present = workers.values().stream()
                .filter(worker -> !worker.silent(now) && !worker.refused)
                .toList();
        return new ClusterStatus(
                present.size(),
                present.stream().mapToInt(worker -> worker.hello.slots()).sum(),
                round == null ? 0 : round.underWay(),
                shown == null ? 0 : shown.done(),
                shown == null ? 0 : shown.round.keys().size(),
                rate.perSecond(now),
                failures,
                lost,
                repeats,
                List.copyOf(hosts));
    }

    /** Tells all workers that it is over. */
    public synchronized void stop(String reason) {
        workers.keySet().forEach(peer -> peer.send(new Stop(session, reason)));
    }
}
