package org.teleost.control;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.teleost.belief.BeliefHealth;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Solver;
import org.teleost.plan.Telemetry;

/**
 * The thread that carries the belief and plans, and what is handed to it: observations in order, and the one decision
 * that is asked for. Observations come first, so that a decision knows everything that was told before.
 *
 * <p>Fields are handed over under the lock, which nobody holds for longer than a copy; whoever waits parks.
 */
final class SessionThread {
    static final int OBSERVED = 0;
    static final int NOTHING = 1;
    static final int LATE = 2;

    /** What a caller waits for. */
    private static final int ANSWER = 0;

    private static final int BELIEF = 1;
    private static final int IDLE = 2;

    /** Observations that may wait: a caller that far ahead of the belief has lost it. */
    private static final int ROOM = 256;

    private static final long CLOSING_MILLIS = 2_000;

    /** A sleep ends late by about this much; the rest is spent looking. */
    private static final long WAKE_NANOS = 80_000;

    /**
     * What to do between decisions.
     *
     * @param workers threads that may plan, 0 for none
     * @param most what may be spent between two decisions
     * @param listener hears of decisions, null for nobody
     * @param telemetry hears of belief updates, decisions and alarms as they happen, null for nobody
     */
    record Acting(int workers, Budget most, SessionListener listener, Telemetry telemetry) {}

    private final Acting acting;
    private final LongSupplier clock;
    private final DecisionLoop loop;
    private final Solver solver;
    private final Thread thread;
    private final Decision plan = new Decision();
    private final BeliefHealth beliefHealth = new BeliefHealth();

    private final int[] kinds = new int[ROOM];
    private final int[] actions = new int[ROOM];
    private final float[][] lanes;
    private final long[] steps = new long[ROOM];
    private final long[] observations = new long[ROOM];
    private final float[][] percepts = new float[ROOM][];

    private Budget budget;
    private long planBy;
    private boolean improvable;
    private boolean improving;
    private long fallbacks;
    private long vetoes;
    private long lost;
    private String trouble = "";
    private Throwable beliefFailure;
    private long failedAt;
    private Throwable failure;
    private volatile Thread waiter;
    private volatile long told;
    private volatile long applied;
    private volatile long asked;
    private volatile long served;
    private volatile boolean busy;
    private volatile boolean closed;

    SessionThread(DecisionLoop loop, Solver solver, Acting acting, LongSupplier clock) {
        this.acting = acting;
        this.clock = clock;
        this.loop = loop;
        this.solver = solver;
        int size = loop.model().layout().action().size();
        lanes = new float[ROOM][size];
        plan.useLanes(size);
        beliefHealth.particles = loop.belief().size();
        beliefHealth.effectiveSampleSize = beliefHealth.particles;
        thread = new Thread(this::serve, "teleost-session");
        thread.setDaemon(true);
        thread.start();
    }

    // ---- the caller's side

    /** Asks for a plan that is ready by {@code by}; returns the request's number. */
    long ask(Budget newBudget, long by) {
        long ticket;
        synchronized (this) {
            requireOpen();
            budget = newBudget;
            planBy = by;
            ticket = asked + 1;
            asked = ticket;
            stopImproving();
        }
        LockSupport.unpark(thread);
        return ticket;
    }

    /** Waits for the answer to a request until the deadline; false when there is none. */
    boolean await(long ticket, long deadline) {
        return await(ANSWER, ticket, deadline);
    }

    void awaitApplied(long number) {
        await(BELIEF, number, Long.MAX_VALUE);
    }

    /** Somebody needs the thread; under the lock, so that it can't hit a decision instead. */
    private void stopImproving() {
        improvable = false;
        if (improving) {
            solver.stopImproving();
        }
    }

    void awaitIdle() {
        synchronized (this) {
            stopImproving();
        }
        await(IDLE, 0, Long.MAX_VALUE);
        synchronized (this) {
            requireOpen();
        }
    }

    private boolean holds(int what, long number) {
        return switch (what) {
            case ANSWER -> served == number;
            case BELIEF -> applied >= number;
            default -> !busy && served == asked && applied == told;
        };
    }

    /** An interrupted caller keeps its deadline, and stays interrupted. */
    private boolean await(int what, long number, long deadline) {
        boolean interrupted = false;
        waiter = Thread.currentThread();
        long last = clock.getAsLong();
        while (!holds(what, number) && !closed) {
            long now = clock.getAsLong();
            long left = deadline - now;
            // a clock that steps back says no longer how late it is: better a decision now than one much later
            if (left <= 0 || deadline != Long.MAX_VALUE && now < last) {
                break;
            }
            last = now;
            if (deadline == Long.MAX_VALUE) {
                LockSupport.park(this);
            } else if (left > WAKE_NANOS) {
                LockSupport.parkNanos(this, left - WAKE_NANOS);
            } else {
                Thread.onSpinWait();
            }
            interrupted |= Thread.interrupted();
        }
        waiter = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return holds(what, number);
    }

    /** Hands over a step that was taken; returns the number of things told. */
    long tell(int kind, int action, float[] executed, long observation, float[] percept) {
        synchronized (this) {
            int at = place();
            kinds[at] = kind;
            actions[at] = action;
            System.arraycopy(executed, 0, lanes[at], 0, lanes[at].length);
            return publish(at, observation, percept);
        }
    }

    /** Hands over the observation of an earlier step. */
    long tell(int kind, long step, long observation, float[] percept) {
        synchronized (this) {
            int at = place();
            kinds[at] = kind;
            steps[at] = step;
            return publish(at, observation, percept);
        }
    }

    private int place() {
        requireOpen();
        if (told - applied >= ROOM) {
            throw new IllegalStateException("observations waiting=" + ROOM
                    + "; the belief can't keep up: fewer particles, a faster model, or wait with awaitBelief()");
        }
        return (int) (told % ROOM);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    private long publish(int at, long observation, float[] percept) {
        observations[at] = observation;
        percepts[at] = percept;
        told++;
        stopImproving();
        LockSupport.unpark(thread);
        return told;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the session is closed");
        }
    }

    /** The answer to the last request, valid once it was awaited. */
    Decision plan() {
        return plan;
    }

    /** What went wrong with it, null for nothing. */
    Throwable failure() {
        return failure;
    }

    synchronized void fellBack(String reason) {
        fallbacks++;
        trouble = reason;
        stopImproving();
    }

    /** The last failure of the belief, if it is of the thing told with this number or of a later one. */
    synchronized Throwable takeBeliefFailure(long number) {
        Throwable taken = failedAt >= number ? beliefFailure : null;
        beliefFailure = null;
        return taken;
    }

    synchronized void copyHealth(BeliefHealth out) {
        out.copyFrom(beliefHealth);
    }

    synchronized ControlHealth health() {
        return new ControlHealth(
                beliefHealth.level,
                beliefHealth.effectiveSampleSize,
                beliefHealth.particles,
                beliefHealth.logEvidence,
                beliefHealth.surprise,
                loop.unobserved(),
                (int) (told - applied),
                asked,
                fallbacks,
                vetoes,
                lost,
                trouble);
    }

    boolean isClosed() {
        return closed;
    }

    long[] threadIds() {
        long[] workers = solver.workerThreadIds();
        long[] all = Arrays.copyOf(workers, workers.length + 1);
        all[workers.length] = thread.getId();
        return all;
    }

    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        loop.cancel();
        LockSupport.unpark(thread);
        LockSupport.unpark(waiter);
        if (Thread.currentThread() == thread) {
            return;
        }
        boolean interrupted = false;
        long end = System.nanoTime() + CLOSING_MILLIS * 1_000_000;
        while (thread.isAlive() && System.nanoTime() < end) {
            try {
                thread.join(CLOSING_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- the session's side

    private void serve() {
        try {
            while (!closed) {
                busy = true;
                if (applied != told) {
                    applyNext();
                } else if (served != asked) {
                    planNext();
                } else if (mayImprove()) {
                    improve();
                } else {
                    busy = false;
                    LockSupport.unpark(waiter);
                    LockSupport.park(this);
                }
            }
        } finally {
            loop.close();
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by this thread alone
    private void applyNext() {
        int at = (int) (applied % ROOM);
        Throwable thrown = null;
        BeliefHealth health = null;
        begin(Telemetry.Phase.BELIEF);
        try {
            health = switch (kinds[at]) {
                case OBSERVED -> loop.observe(actions[at], lanes[at], observations[at], percepts[at]);
                case NOTHING -> loop.observeNothing(actions[at], lanes[at]);
                default -> loop.observeLate(steps[at], observations[at], percepts[at]);
            };
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        if (health != null && acting.telemetry() != null) {
            believed(health);
        }
        synchronized (this) {
            if (health != null) {
                beliefHealth.copyFrom(health);
            } else if (thrown == null) {
                lost++;
            } else {
                beliefFailure = thrown;
                failedAt = applied + 1;
                trouble = "the belief was not updated: " + thrown.getMessage();
            }
        }
        applied++;
        LockSupport.unpark(waiter);
    }

    private void begin(Telemetry.Phase phase) {
        if (acting.telemetry() != null) {
            acting.telemetry().begin(phase);
        }
    }

    private void believed(BeliefHealth health) {
        acting.telemetry().believed(health);
        if (health.level != BeliefHealth.Level.HEALTHY) {
            acting.telemetry().alarm(health);
        }
    }

    private void planNext() {
        long ticket;
        Budget wanted;
        long by;
        synchronized (this) {
            ticket = asked;
            wanted = budget;
            by = planBy;
        }
        Throwable thrown = null;
        begin(Telemetry.Phase.DECISION);
        try {
            loop.decide(by == Long.MAX_VALUE ? wanted : rest(wanted, by), plan);
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        synchronized (this) {
            failure = thrown;
            if (thrown == null) {
                vetoes += plan.vetoedAction >= 0 ? 1 : 0;
                trouble = "";
                improvable = acting.workers() > 0 && ticket == asked;
            }
        }
        served = ticket;
        LockSupport.unpark(waiter);
        if (thrown == null && acting.telemetry() != null) {
            acting.telemetry().decided(plan);
        }
        if (thrown == null && acting.listener() != null) {
            tellListener();
        }
    }

    /** The answer has left; a listener that fails must not end the thread. */
    private void tellListener() {
        try {
            acting.listener().decided(loop.decisions() - 1, loop.decidedFrom(), loop.path(), plan);
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                trouble = "the listener failed: " + e;
            }
        }
    }

    private synchronized boolean mayImprove() {
        improving = improvable && applied == told && served == asked && !closed;
        improvable = false;
        return improving;
    }

    private void improve() {
        String thrown = "";
        try {
            loop.improve(plan.action, acting.most(), acting.workers());
        } catch (RuntimeException | Error e) {
            thrown = "planning while acting: " + e;
        }
        synchronized (this) {
            improving = false;
            if (!thrown.isEmpty() && !closed) {
                trouble = thrown;
            }
        }
    }

    /** At least something: a planner answers to the shortest budget. */
    private Budget rest(Budget wanted, long by) {
        return new Budget(Math.max(1, by - clock.getAsLong()), wanted.episodes(), wanted.passes());
    }
}
