package org.teleost.search;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import org.teleost.belief.ParticleBelief;
import org.teleost.leaf.ActionParts;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.parallel.WorkerTeam;
import org.teleost.settings.ObservationRule;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TouchedNodes;

/**
 * The search half of a planning pass: workers claim blocks of episodes, run them on the tree as the last backup left
 * it, and whichever worker finds the next finished block books it. Blocks are booked in order, so the result does not
 * depend on the number of threads; the test of the deadline sits between blocks.
 */
public final class SearchPass implements WorkerTeam.Task {
    /** Episodes per block: the grain of the deadline test and of the work distribution. */
    public static final int BLOCK = 32;

    /** Blocks that the others may run ahead of one whose worker has lost its core. */
    private static final int BLOCKS_PER_WORKER = 16;

    /** How late a worker's block may be before it is left out: looks at the clock lie closer. */
    private static final long PATIENCE_NANOS = 60_000;

    private final WorkerTeam team;
    private final EpisodeRunner[] runners;
    private final WatchedModel[] models;
    private final Opening opening;
    private final EpisodeBlock[] ring;
    private final AtomicIntegerArray ready;
    private final AtomicInteger nextBlock = new AtomicInteger();
    private final AtomicBoolean booking = new AtomicBoolean();
    private final TouchedNodes touched;
    private final Accumulator accumulator;
    private final ParticlePicker picker;
    private final BooleanSupplier giveUp;
    private final long seed;
    private ParticleBelief belief;
    private long decision;
    private int pass;
    private long firstEpisode;
    private int episodes;
    private int blocks;
    private boolean mustRunOne;
    private long deadline;
    private double reservePerNode;
    private volatile int booked;
    private volatile long steps;
    private volatile int visitedNodes;
    private volatile int episodesBooked;
    private volatile boolean over;
    private volatile boolean cancelled;
    private volatile boolean stopped;
    private volatile int workerLimit = Integer.MAX_VALUE;

    public SearchPass(
            GenerativeModel model,
            BeliefTree tree,
            TouchedNodes touched,
            SearchSettings settings,
            LeafSource leaf,
            WorkerTeam team) {
        this.team = team;
        this.touched = touched;
        giveUp = this::isTooLateToWait;
        int workers = team.size();
        seed = settings.seed();
        runners = new EpisodeRunner[workers];
        ActionKnowledge knowledge = ActionKnowledge.of(model, tree);
        models = new WatchedModel[workers];
        Arrays.setAll(models, i -> new WatchedModel(model));
        OpenLoopPlan plan = tree.actionLanes() > 0 ? new OpenLoopPlan(model, models, leaf, team, this) : null;
        ActionScreen screen = plan == null ? ActionScreen.of(model, models, leaf, team, this, tree) : null;
        opening = plan == null ? screen : plan;
        for (int i = 0; i < workers; i++) {
            runners[i] = new EpisodeRunner(models[i], tree, settings, leaf, knowledge, plan, screen);
        }
        ring = new EpisodeBlock[workers * BLOCKS_PER_WORKER];
        int rows = tree.asks() ? ActionParts.of(model.actionFactors()).rows() : 0;
        Arrays.setAll(ring, i -> new EpisodeBlock(BLOCK, settings.maxDepth(), tree.actionLanes(), rows));
        ready = new AtomicIntegerArray(ring.length);
        accumulator = new Accumulator(tree, touched, model, leaf.policy(), knowledge);
        picker = new ParticlePicker(settings.particles());
    }

    /**
     * Whether episodes with different observations shall share children: {@link ObservationRule#AUTO} looks at the
     * model.
     */
    public static boolean sharesObservations(ObservationRule rule, GenerativeModel model, long seed) {
        return ObservationProbe.settle(rule, model, seed) == ObservationRule.SHARED;
    }

    /** Starts a decision from this belief; {@code newDecision} keys its random streams. */
    public void startDecision(ParticleBelief newBelief, long newDecision) {
        belief = newBelief;
        decision = newDecision;
        picker.start(newBelief, seed, newDecision);
        accumulator.startDecision();
        if (opening != null) {
            opening.clear();
        }
    }

    /**
     * Looks for what the root shall begin from: a sequence of actions where they are points of a box, what each action
     * promises where there are many.
     *
     * @param episodes to spend at most
     * @param stopNanos {@link System#nanoTime} to stop at, {@link Long#MAX_VALUE} for never
     * @return episodes spent
     */
    public long open(long episodes, long stopNanos) {
        return opening == null ? 0 : opening.open(belief, picker, episodes, stopNanos);
    }

    /** For tests: null where a decision begins with the tree. */
    Opening opening() {
        return opening;
    }

    /** Simulated steps of the last {@link #open}. */
    public long openingSteps() {
        return opening == null ? 0 : opening.steps();
    }

    /**
     * Sets up the next pass.
     *
     * @param stopNanos {@link System#nanoTime} after which no block or episode is started, {@link Long#MAX_VALUE} for
     *     never
     * @param nanosPerNode time to keep free per visited node for the backup that follows
     */
    public void prepare(int newPass, long first, int count, boolean frozen, long stopNanos, double nanosPerNode) {
        team.awaitAll();
        booking.set(false);
        pass = newPass;
        firstEpisode = first;
        episodes = count;
        blocks = (count + BLOCK - 1) / BLOCK;
        deadline = stopNanos;
        reservePerNode = nanosPerNode;
        mustRunOne = first == 0;
        nextBlock.set(0);
        booked = 0;
        steps = 0;
        visitedNodes = 0;
        episodesBooked = 0;
        over = false;
        for (int i = 0; i < ready.length(); i++) {
            ready.set(i, 0);
        }
        accumulator.startPass(newPass, frozen);
    }

    @Override
    public void run(int worker) {
        if (worker >= workerLimit) {
            return;
        }
        try {
            EpisodeRunner runner = runners[worker];
            while (!over && !cancelled && !timeIsUp()) {
                int block = nextBlock.getAndIncrement();
                if (block >= blocks) {
                    break;
                }
                awaitSlot(block);
                if (over) {
                    break;
                }
                EpisodeBlock log = ring[block % ring.length];
                int offset = block * BLOCK;
                runner.run(belief, picker, this, firstEpisode + offset, Math.min(BLOCK, episodes - offset), log);
                ready.set(block % ring.length, block + 1);
                book();
            }
        } catch (RuntimeException | Error e) {
            over = true;
            throw e;
        }
    }

    /**
     * Runs the pass. Near the deadline nobody waits for a worker that has lost its core: its block and those after it
     * are left out.
     */
    public void run() {
        if (deadline == Long.MAX_VALUE || mustRunOne) {
            team.run(this);
        } else {
            team.runUntil(this, giveUp);
        }
        book();
        // a worker left behind must neither begin a block nor book into a tree that the backup is reading
        over = true;
        int spins = 0;
        while (!booking.compareAndSet(false, true)) {
            team.relax(++spins);
        }
    }

    /** Whether no further block may start; an episode of a running block stops it through {@link #timeIsUpInside}. */
    private boolean timeIsUp() {
        return !(mustRunOne && nextBlock.get() == 0) && timeIsUpInside();
    }

    /** Whether the deadline, less the time for the backup, has passed. */
    public boolean timeIsUpInside() {
        return deadline != Long.MAX_VALUE && timeIsUpAt(System.nanoTime());
    }

    private boolean isTooLateToWait() {
        return !cancelled && timeIsUpAt(System.nanoTime() - PATIENCE_NANOS);
    }

    /** Whether the decision shall be given up: a running pass then ends with the model's next steps. Any thread. */
    public void setCancelled(boolean newCancelled) {
        cancelled = newCancelled;
    }

    /** Lets only so many threads take part, the caller's among them. */
    public void limitWorkers(int most) {
        workerLimit = most;
    }

    /** Whether passes with a time limit, however late, shall end as if it had come. Any thread. */
    public void setStopped(boolean newStopped) {
        stopped = newStopped;
    }

    public boolean isStopped() {
        return stopped;
    }

    /** Throws if the decision was given up. */
    public void requireWanted() {
        if (cancelled) {
            throw new CancellationException("the decision was cancelled");
        }
    }

    /** Steps that each worker has begun and ended by now, an odd number while its model is in one. Any thread. */
    public void stepsByNow(long[] out) {
        for (int worker = 0; worker < out.length; worker++) {
            out[worker] = models[worker].stepsByNow();
        }
    }

    /** The step that a worker is in, in words. Any thread. */
    public String stepText(int worker) {
        return models[worker].stepText();
    }

    boolean timed() {
        return deadline != Long.MAX_VALUE;
    }

    boolean timeIsUpAt(long now) {
        return stopped || now + (long) (reservePerNode * visitedNodes) >= deadline;
    }

    private void awaitSlot(int block) {
        int spins = 0;
        while (block - ring.length >= booked && !over) {
            book();
            team.relax(++spins);
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // guarded by booking
    private void book() {
        while (ready.get(booked % ring.length) == booked + 1 && booking.compareAndSet(false, true)) {
            int next = booked;
            while (ready.get(next % ring.length) == next + 1) {
                EpisodeBlock block = ring[next % ring.length];
                accumulator.add(block);
                steps += block.steps;
                episodesBooked += block.episodes;
                visitedNodes = touched.size();
                booked = ++next;
            }
            booking.set(false);
        }
    }

    /** Episodes of this pass that were booked. */
    public int episodesDone() {
        return episodesBooked;
    }

    /** Simulated steps of this pass. */
    public long stepsDone() {
        return steps;
    }

    /** Scale of value differences at the root, 0 when all returns were the same. */
    public double rootRange() {
        return accumulator.root().range();
    }

    /** This decision's episodes that began with the action. */
    public long rootVisits(int action) {
        return accumulator.root().visits(action);
    }

    /** Sum over this decision's episodes that began with the action of their discounted returns, leaf included. */
    public double rootReturn(int action) {
        return accumulator.root().sum(action);
    }

    /** The same of the squared returns. */
    public double rootSquare(int action) {
        return accumulator.root().squareSum(action);
    }

    long seed() {
        return seed;
    }

    long decision() {
        return decision;
    }

    int pass() {
        return pass;
    }
}
