package org.teleost.cluster.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.teleost.cluster.protocol.Message;
import org.teleost.cluster.protocol.Message.Cells;
import org.teleost.cluster.protocol.Message.Done;
import org.teleost.cluster.protocol.Message.Failed;
import org.teleost.cluster.protocol.Message.Held;
import org.teleost.cluster.protocol.Message.Kept;
import org.teleost.cluster.protocol.Message.Ready;
import org.teleost.cluster.protocol.Message.Task;
import org.teleost.cluster.protocol.Message.Welcome;
import org.teleost.cluster.protocol.Peer;
import org.teleost.cluster.protocol.RoundDigest;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellMonitor;
import org.teleost.experiment.cell.CellRound;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiment.cluster.WorkerProgram;

/**
 * One run of a master's command. The command's own thread calls {@link #run(CellRound)} for each round; threads of the
 * round compute what is given, until the master sends the results of the whole round or ends.
 */
final class WorkerSession implements CellSharing {
    /** Results are sent again until the master has them. */
    private static final long REPEAT_NANOS = 2_000_000_000L;

    /** Cells quicker than this are fetched ahead, one per slot. */
    private static final double QUICK_SECONDS = 0.25;

    /** A result that the master doesn't have yet. */
    private static final class Unkept {
        final Message message;
        long sent;

        Unkept(Message message, long sent) {
            this.message = message;
            this.sent = sent;
        }
    }

    private final Welcome welcome;
    private final int slots;
    private final Consumer<String> refuse;
    private final LongSupplier clock;
    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Map<String, Integer> held = new LinkedHashMap<>();
    private final Map<String, Unkept> unkept = new LinkedHashMap<>();
    private final List<Cell> results = new ArrayList<>();
    private Peer master;
    private int round;
    private long digest;
    private boolean roundOver;
    private boolean over;
    private double seconds = Double.POSITIVE_INFINITY;

    WorkerSession(Welcome welcome, int slots, Consumer<String> refuse, LongSupplier clock) {
        this.welcome = welcome;
        this.slots = slots;
        this.refuse = refuse;
        this.clock = clock;
    }

    long id() {
        return welcome.session();
    }

    /** Runs the command up to its end. */
    void run(WorkerProgram program) {
        try {
            program.run(welcome.command(), this);
        } catch (RuntimeException | LinkageError e) {
            if (!over()) {
                refuse.accept("the master's command can't run here: "
                        + (e instanceof IllegalArgumentException ? e.getMessage() : e.toString()));
            }
        }
    }

    synchronized void connect(Peer peer) {
        master = peer;
        if (peer != null) {
            unkept.values().forEach(this::send);
            ready();
        }
    }

    synchronized void end() {
        over = true;
        notifyAll();
    }

    private synchronized boolean over() {
        return over;
    }

    synchronized void receive(Message message) {
        if (message instanceof Task task && task.session() == id()) {
            if (task.round() == round && !roundOver && held.putIfAbsent(task.key(), task.attempt()) == null) {
                tasks.add(task);
                notifyAll();
            }
        } else if (message instanceof Kept kept && kept.session() == id()) {
            unkept.remove(kept.key());
        } else if (message instanceof Cells cells && cells.session() == id() && cells.round() == round) {
            results.addAll(cells.cells());
            roundOver |= cells.last();
            notifyAll();
        }
    }

    synchronized void tick() {
        for (Unkept result : unkept.values()) {
            if (clock.getAsLong() - result.sent > REPEAT_NANOS) {
                send(result);
            }
        }
        ready();
    }

    private void send(Unkept result) {
        result.sent = clock.getAsLong();
        if (master != null) {
            master.send(result.message);
        }
    }

    private void ready() {
        if (master == null) {
            return;
        }
        List<Held> list = new ArrayList<>();
        held.forEach((key, attempt) -> list.add(new Held(key, attempt)));
        int ahead = seconds < QUICK_SECONDS ? slots : 0;
        int free = roundOver ? 0 : Math.max(0, slots + ahead - held.size());
        master.send(new Ready(id(), round, digest, free, list));
    }

    @Override
    public boolean run(CellRound cells) {
        begin(cells);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < slots; i++) {
            Thread thread = new Thread(() -> serve(cells), "teleost-cell-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            joinQuietly(thread);
        }
        synchronized (this) {
            if (over) {
                return false;
            }
            results.forEach(cells.store()::add);
            return cells.complete();
        }
    }

    private void joinQuietly(Thread thread) {
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                // the desk is closed: the cells under way are given up
                end();
            }
        }
    }

    private synchronized void begin(CellRound cells) {
        round++;
        digest = RoundDigest.of(cells.keys());
        tasks.clear();
        held.clear();
        results.clear();
        roundOver = false;
        ready();
    }

    private void serve(CellRound cells) {
        for (Task task = next(); task != null; task = next()) {
            long start = clock.getAsLong();
            Message result;
            try {
                Optional<Cell> cell = cells.work().compute(task.key(), monitor());
                result = cell.isPresent() ? new Done(id(), task.round(), task.attempt(), cell.get()) : null;
            } catch (RuntimeException | Error e) {
                result = new Failed(id(), task.round(), task.key(), task.attempt(), String.valueOf(e));
            }
            finish(task, result, (clock.getAsLong() - start) * 1e-9);
        }
    }

    private synchronized Task next() {
        while (tasks.isEmpty() && !roundOver && !over) {
            try {
                wait();
            } catch (InterruptedException e) {
                over = true;
            }
        }
        return roundOver || over ? null : tasks.poll();
    }

    /** @param result null if it was asked to stop before */
    private synchronized void finish(Task task, Message result, double took) {
        held.remove(task.key());
        seconds = Double.isInfinite(seconds) ? took : 0.8 * seconds + 0.2 * took;
        if (result != null && !over) {
            Unkept kept = new Unkept(result, 0);
            unkept.put(task.key(), kept);
            send(kept);
        }
        ready();
    }

    private CellMonitor monitor() {
        return new CellMonitor() {
            @Override
            public void progress(double fraction) {
                // the master counts cells
            }

            @Override
            public boolean stopRequested() {
                synchronized (WorkerSession.this) {
                    return over || roundOver;
                }
            }
        };
    }
}
