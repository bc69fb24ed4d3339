package org.teleost.learn.apt;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.teleost.learn.checkpoint.SavedNumbers;
import org.teleost.learn.replay.Transition;
import org.teleost.policy.PolicyNetwork;
import org.teleost.problem.ControlProblem;

/**
 * Collection in turn with the learner: rounds of one step each of one actor, in a fixed order (lock-step, synchronous
 * with one environment), or of all actors at the same time (synchronous with N, the round takes as long as the slowest
 * step). Transitions reach the learner in the order of the actors, so the result does not depend on threads. A hung
 * environment holds the whole run.
 */
final class RoundCollection implements Collection {
    private static final int NO_EPISODE = -1;

    private final ControlProblem problem;
    private final AptSettings settings;
    private final TrainingState state;
    private final AtomicReference<PolicyNetwork> newest;
    private final LongSupplier clock;
    private final Collector[] collectors;
    private final Transition[] transitions;
    private final Throwable[] failures;
    private final int[] round;
    private final boolean[] inRound;
    private final boolean together;
    private int roundSize;
    private int turn;
    private StepTeam team;
    private PolicyNetwork acting;

    RoundCollection(
            ControlProblem problem,
            AptSettings settings,
            TrainingState state,
            AtomicReference<PolicyNetwork> newest,
            LongSupplier clock) {
        this.problem = problem;
        this.settings = settings;
        this.state = state;
        this.newest = newest;
        this.clock = clock;
        int actors = settings.actors();
        together = settings.mode() == CollectionMode.SYNC_N;
        collectors = new Collector[actors];
        transitions = new Transition[actors];
        failures = new Throwable[actors];
        round = new int[actors];
        inRound = new boolean[actors];
        for (int actor = 0; actor < actors; actor++) {
            collectors[actor] = new Collector(problem, settings, actor, 0);
            transitions[actor] = new Transition(
                    problem.observationBox().size(), problem.actionBox().size());
        }
    }

    @Override
    public void start() {
        if (together) {
            team = new StepTeam(settings.actors(), this::step);
        }
    }

    @Override
    public void collect() {
        if (state.mayUpdate() || !state.mayTake()) {
            return;
        }
        long began = clock.getAsLong();
        chooseRound();
        acting = newest.get();
        if (together) {
            team.run();
        } else if (roundSize > 0) {
            step(round[0]);
        }
        for (int i = 0; i < roundSize; i++) {
            finish(round[i]);
        }
        state.learnerWaitNanos += clock.getAsLong() - began;
    }

    /** The living actors whose turn it is, no more than steps are left. */
    private void chooseRound() {
        int actors = collectors.length;
        long wanted = together ? Math.min(actors, settings.steps() - state.steps) : 1;
        int first = turn;
        roundSize = 0;
        Arrays.fill(inRound, false);
        for (int i = 0; i < actors && roundSize < wanted; i++) {
            int actor = (first + i) % actors;
            if (!state.ledgers[actor].quarantined) {
                round[roundSize++] = actor;
                inRound[actor] = true;
                turn = (actor + 1) % actors;
            }
        }
        if (together) {
            turn = 0;
        }
    }

    private void step(int actor) {
        if (inRound[actor]) {
            try {
                collectors[actor].step(acting, transitions[actor]);
            } catch (RuntimeException | Error e) {
                failures[actor] = e;
            }
        }
    }

    private void finish(int actor) {
        Throwable failure = failures[actor];
        if (failure == null) {
            state.take(transitions[actor]);
            return;
        }
        failures[actor] = null;
        replace(actor, failure);
    }

    private void replace(int actor, Throwable failure) {
        Collector lost = collectors[actor];
        String message = failure.toString();
        try {
            lost.close();
        } catch (RuntimeException | Error e) {
            message = message + "; closing its environment failed too: " + e;
        }
        collectors[actor] = new Collector(problem, settings, actor, lost.episode() + 1);
        state.fail(actor, ActorFailure.Cause.of(failure), message, lost.episode());
    }

    @Override
    public void awaitTransition() {
        // the next round is ready at once
    }

    @Override
    public int living() {
        int living = 0;
        for (ActorLedger ledger : state.ledgers) {
            living += ledger.quarantined ? 0 : 1;
        }
        return living;
    }

    @Override
    public int abandonedThreads() {
        return 0;
    }

    @Override
    public void stop() {
        if (team != null) {
            team.close();
            team = null;
        }
        for (Collector collector : collectors) {
            try {
                collector.close();
            } catch (RuntimeException | Error e) {
                // the run is over: this must neither hide how it ended nor keep the other environments open
                state.ledgers[collector.actor()].lastFailure = "closing its environment failed: " + e;
            }
        }
    }

    @Override
    public void wake() {
        // never waits
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(collectors.length);
        out.writeInt(turn);
        for (Collector collector : collectors) {
            float[] actions = collector.runningActions();
            out.writeLong(collector.episode());
            out.writeInt(actions == null ? NO_EPISODE : actions.length);
            for (int i = 0; actions != null && i < actions.length; i++) {
                out.writeFloat(actions[i]);
            }
            out.writeInt(collector.observationHash());
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        if (in.readInt() != collectors.length) {
            throw new IOException("it was saved with another number of actors");
        }
        turn = Math.floorMod(in.readInt(), collectors.length);
        for (int actor = 0; actor < collectors.length; actor++) {
            long episode = SavedNumbers.range(in.readLong(), -1, Long.MAX_VALUE - 1, "episode of actor " + actor);
            int length = in.readInt();
            collectors[actor] = new Collector(problem, settings, actor, episode + 1);
            float[] actions = length == NO_EPISODE ? null : readActions(in, length);
            int hash = in.readInt();
            if (actions != null) {
                repeat(actor, episode, actions, hash);
            }
        }
    }

    private float[] readActions(DataInput in, int length) throws IOException {
        long longest = (long) problem.stepLimit() * problem.actionBox().size();
        if (length < 0 || length > longest || length % problem.actionBox().size() != 0) {
            throw new IOException("a running episode has " + length + " numbers of actions; at most " + longest);
        }
        float[] actions = new float[length];
        for (int i = 0; i < length; i++) {
            actions[i] = in.readFloat();
        }
        return actions;
    }

    private void repeat(int actor, long episode, float[] actions, int hash) {
        try {
            collectors[actor].repeat(episode, actions, hash);
        } catch (RuntimeException | Error e) {
            replace(actor, e);
        }
    }
}
