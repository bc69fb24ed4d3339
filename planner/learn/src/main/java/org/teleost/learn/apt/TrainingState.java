package org.teleost.learn.apt;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.teleost.learn.agent.OffPolicyLearner;
import org.teleost.learn.checkpoint.SavedNumbers;
import org.teleost.learn.replay.ReplayBuffer;
import org.teleost.learn.replay.Transition;
import org.teleost.problem.ControlProblem;

/** Counters and replay buffer of a run. Belongs to the learner's thread. */
final class TrainingState {
    final ReplayBuffer replay;
    final ActorLedger[] ledgers;
    final LagHistogram lag = new LagHistogram();
    long steps;
    long updates;
    long learnerWaitNanos;

    private static final int MOST_ACTORS = 1 << 20;

    private final AptSettings settings;
    private final OffPolicyLearner learner;
    private final TrainingListener listener;
    private final UpdateRatio ratio;
    private final RecentReturns returns = new RecentReturns();
    private long tooOld;
    private long startNanos;
    private long startSteps;
    private long startUpdates;

    TrainingState(ControlProblem problem, OffPolicyLearner learner, AptSettings settings, TrainingListener listener) {
        this.settings = settings;
        this.learner = learner;
        this.listener = listener;
        ratio = settings.mode().reproducible()
                ? UpdateRatio.exactly(settings.ratio().target())
                : settings.ratio();
        ReplayBuffer.requireRoom(
                Math.min(settings.replay(), settings.steps()),
                problem.observationBox().size(),
                problem.actionBox().size(),
                Runtime.getRuntime().maxMemory());
        replay = new ReplayBuffer(
                settings.replay(),
                problem.observationBox().size(),
                problem.actionBox().size(),
                settings.checked());
        ledgers = new ActorLedger[settings.actors()];
        for (int actor = 0; actor < ledgers.length; actor++) {
            ledgers[actor] = new ActorLedger(actor);
        }
    }

    boolean warm() {
        return steps >= settings.warmUp();
    }

    private long stepsAfterWarmUp() {
        return Math.max(0, steps - settings.warmUp());
    }

    /** True if the learner has earned another update. */
    boolean mayUpdate() {
        return ratio.allowsUpdate(stepsAfterWarmUp(), updates) && replay.size() > 0;
    }

    /** True if another transition may be taken: the run needs it and the learner is not too far behind. */
    boolean mayTake() {
        return steps < settings.steps() && (ratio.allowsStep(stepsAfterWarmUp(), updates) || replay.size() == 0);
    }

    /** All steps are taken and the updates that they need are done. */
    boolean finished() {
        return steps >= settings.steps() && (ratio.allowsStep(stepsAfterWarmUp(), updates) || !mayUpdate());
    }

    /** Counts a transition that reached the learner and keeps it unless its policy is too old. */
    void take(Transition transition) {
        if (settings.checked() && transition.computeChecksum() != transition.checksum) {
            throw new IllegalStateException("transition was corrupted between actor and learner: worker="
                    + transition.worker + " episode=" + transition.episode + " step=" + transition.step);
        }
        steps++;
        boolean fresh = true;
        if (transition.policyVersion != Transition.NO_POLICY) {
            long behind = learner.updates() - transition.policyVersion;
            lag.add(behind);
            fresh = settings.lagBound() == 0 || behind <= settings.lagBound();
        }
        if (fresh) {
            replay.add(transition);
        } else {
            tooOld++;
        }
        ActorLedger ledger = ledgers[transition.worker];
        ledger.count(transition);
        if (transition.last()) {
            returns.add(ledger.runningReturn);
            listener.episodeEnded(
                    transition.worker,
                    transition.episode,
                    transition.step + 1,
                    ledger.runningReturn,
                    transition.terminated);
        }
    }

    /** Books the failure and tells the listener. */
    void fail(int actor, ActorFailure.Cause cause, String message, long episode) {
        listener.actorFailed(ledgers[actor].fail(cause, message, episode, settings.maxRestarts()));
    }

    void startClock(long nowNanos) {
        startNanos = nowNanos;
        startSteps = steps;
        startUpdates = updates;
    }

    TrainingReport report(long nowNanos, int abandonedThreads) {
        double seconds = (nowNanos - startNanos) / 1e9;
        List<ActorHealth> actors = new ArrayList<>();
        long episodes = 0;
        long restarts = 0;
        long waitNanos = 0;
        int quarantined = 0;
        for (ActorLedger ledger : ledgers) {
            actors.add(ledger.health());
            episodes += ledger.episodes;
            restarts += ledger.restarts;
            waitNanos += ledger.waitNanos;
            quarantined += ledger.quarantined ? 1 : 0;
        }
        return new TrainingReport(
                steps,
                updates,
                warm() ? (double) updates / stepsAfterWarmUp() : Double.NaN,
                (steps - startSteps) / seconds,
                (updates - startUpdates) / seconds,
                lag.copy(),
                tooOld,
                replay.size(),
                replay.meanAge(learner.updates()),
                episodes,
                returns.mean(),
                restarts,
                quarantined,
                abandonedThreads,
                learnerWaitNanos,
                waitNanos,
                List.copyOf(actors));
    }

    void writeCounters(DataOutput out) throws IOException {
        out.writeLong(steps);
        out.writeLong(updates);
        out.writeLong(tooOld);
        lag.write(out);
        returns.write(out);
        out.writeInt(ledgers.length);
        for (ActorLedger ledger : ledgers) {
            ledger.write(out);
        }
    }

    /** Ledgers of actors that this run does not have are skipped; actors that the saved run did not have start anew. */
    void readCounters(DataInput in) throws IOException {
        steps = SavedNumbers.count(in, "environmentSteps");
        updates = SavedNumbers.count(in, "updates");
        tooOld = SavedNumbers.count(in, "transitions that were too old");
        lag.read(in);
        returns.read(in);
        long saved = SavedNumbers.range(in.readInt(), 0, MOST_ACTORS, "actors");
        for (int actor = 0; actor < saved; actor++) {
            ActorLedger ledger = actor < ledgers.length ? ledgers[actor] : new ActorLedger(actor);
            ledger.read(in);
        }
    }

    /**
     * Throws unless the counters that were read fit replay buffer and learner, and the updates that are missing for the
     * steps done are no more than a whole run of these settings makes: else the learner would catch up for ever.
     */
    void requireConsistent() throws IOException {
        if (steps != replay.added() + tooOld || updates != learner.updates()) {
            throw new IOException("counters contradict each other: environmentSteps=" + steps + " transitions="
                    + replay.added() + " tooOld=" + tooOld + " updates=" + updates + " of the learner="
                    + learner.updates());
        }
        double missing = Math.floor(ratio.minimum() * stepsAfterWarmUp()) - updates;
        if (missing > 1.0 + ratio.minimum() * settings.steps()) {
            throw new IOException("environmentSteps=" + steps + " updates=" + updates + ": " + missing
                    + " updates are missing, more than this whole run makes; resume with the saved run's settings");
        }
    }
}
