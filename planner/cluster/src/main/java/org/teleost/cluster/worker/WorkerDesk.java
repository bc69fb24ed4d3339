package org.teleost.cluster.worker;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongSupplier;
import org.teleost.cluster.protocol.Message;
import org.teleost.cluster.protocol.Message.Alive;
import org.teleost.cluster.protocol.Message.Hello;
import org.teleost.cluster.protocol.Message.Refused;
import org.teleost.cluster.protocol.Message.Stop;
import org.teleost.cluster.protocol.Message.Welcome;
import org.teleost.cluster.protocol.Peer;
import org.teleost.experiment.cluster.WorkerProgram;
import org.teleost.experiment.cluster.WorkerSetup;

/**
 * Serves one master after the other. What it computes outlives a lost connection: a master that is the same afterwards
 * gets the results, for another one the work begins anew.
 */
public final class WorkerDesk implements AutoCloseable {
    private final WorkerSetup setup;
    private final long incarnation;
    private final WorkerProgram program;
    private final LongSupplier clock;
    private final BlockingQueue<WorkerSession> begun = new LinkedBlockingQueue<>();
    private final Thread runner;
    private Peer master;
    private WorkerSession session;
    private boolean welcome;
    private boolean served;
    private String refusal;
    private long alive;

    /**
     * @param incarnation a number that no other process has
     * @param clock nanoseconds
     */
    public WorkerDesk(WorkerSetup setup, long incarnation, WorkerProgram program, LongSupplier clock) {
        this.setup = setup;
        this.incarnation = incarnation;
        this.program = program;
        this.clock = clock;
        runner = new Thread(this::runSessions, "teleost-worker");
        runner.setDaemon(true);
        runner.start();
    }

    private void runSessions() {
        try {
            while (true) {
                begun.take().run(program);
            }
        } catch (InterruptedException e) {
            // the desk is closed
            Thread.currentThread().interrupt();
        }
    }

    /** A connection to a master is about to begin: from now on silence counts. */
    public synchronized void expect() {
        welcome = false;
        alive = clock.getAsLong();
    }

    /** A connection to a master, which may be one that it had before. */
    public synchronized void connected(Peer peer) {
        master = peer;
        welcome = false;
        alive = clock.getAsLong();
        hello();
    }

    /** The connection is lost. */
    public synchronized void disconnected() {
        master = null;
        welcome = false;
        if (session != null) {
            session.connect(null);
        }
    }

    private void hello() {
        master.send(new Hello(
                Message.PROTOCOL,
                setup.build(),
                setup.host(),
                setup.name(),
                incarnation,
                setup.slots(),
                session == null ? 0 : session.id()));
    }

    /** A message of the master came. */
    public synchronized void receive(Message message) {
        if (master == null) {
            return;
        }
        alive = clock.getAsLong();
        if (message instanceof Welcome greeting) {
            begin(greeting);
        } else if (message instanceof Refused refused) {
            refusal = refused.reason();
            endSession();
        } else if (message instanceof Stop stop && session != null && session.id() == stop.session()) {
            setup.log().accept("the master is done: " + stop.reason());
            served = true;
            endSession();
        } else if (session != null && !(message instanceof Alive)) {
            session.receive(message);
        }
    }

    private void begin(Welcome greeting) {
        welcome = true;
        if (session == null || session.id() != greeting.session()) {
            endSession();
            setup.log().accept("computes cells of: teleost " + String.join(" ", greeting.command()));
            session = new WorkerSession(greeting, setup.slots(), this::refuse, clock);
            begun.add(session);
        }
        session.connect(master);
    }

    /** The command can't run here. */
    private synchronized void refuse(String reason) {
        refusal = reason;
    }

    private void endSession() {
        if (session != null) {
            session.end();
            session = null;
        }
    }

    /** To be called several times a second. */
    public synchronized void tick() {
        if (master == null) {
            return;
        }
        if (!welcome) {
            hello();
        } else if (session != null) {
            session.tick();
        }
    }

    /** Nanoseconds since the master was heard. */
    public synchronized long silence() {
        return clock.getAsLong() - alive;
    }

    /** Whether the master has answered. */
    public synchronized boolean welcome() {
        return welcome;
    }

    /** Whether a master has ended its work with this worker. */
    public synchronized boolean served() {
        return served;
    }

    /** Why a master doesn't take this worker, or the command doesn't run here. */
    public synchronized Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public synchronized void close() {
        endSession();
        runner.interrupt();
    }
}
