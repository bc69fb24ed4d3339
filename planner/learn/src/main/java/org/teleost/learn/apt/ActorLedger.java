package org.teleost.learn.apt;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.teleost.learn.checkpoint.SavedNumbers;
import org.teleost.learn.replay.Transition;

/** What the learner's thread knows of one actor, over all its environments. */
final class ActorLedger {
    final int actor;
    long steps;
    long episodes;
    long restarts;
    int consecutiveFailures;
    boolean quarantined;
    long waitNanos;
    String lastFailure = "";
    double runningReturn;

    ActorLedger(int actor) {
        this.actor = actor;
    }

    void count(Transition transition) {
        steps++;
        runningReturn = (transition.step == 0 ? 0.0 : runningReturn) + transition.reward;
        if (transition.last()) {
            episodes++;
            consecutiveFailures = 0;
        }
    }

    /** Books a failure; the actor is quarantined if it has used up its restarts. */
    ActorFailure fail(ActorFailure.Cause cause, String message, long episode, int maxRestarts) {
        consecutiveFailures++;
        quarantined = consecutiveFailures > maxRestarts;
        restarts += quarantined ? 0 : 1;
        lastFailure = message;
        return new ActorFailure(actor, cause, message, episode, consecutiveFailures, quarantined);
    }

    /** A new chance, for a resumed run whose environments may have been repaired. */
    void forgive() {
        consecutiveFailures = 0;
        quarantined = false;
    }

    ActorHealth health() {
        return new ActorHealth(
                actor, steps, episodes, restarts, consecutiveFailures, quarantined, waitNanos, lastFailure);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(steps);
        out.writeLong(episodes);
        out.writeLong(restarts);
        out.writeInt(consecutiveFailures);
        out.writeBoolean(quarantined);
        out.writeLong(waitNanos);
        out.writeDouble(runningReturn);
    }

    void read(DataInput in) throws IOException {
        steps = SavedNumbers.count(in, "steps of actor " + actor);
        episodes = SavedNumbers.count(in, "episodes of actor " + actor);
        restarts = SavedNumbers.count(in, "restarts of actor " + actor);
        consecutiveFailures =
                (int) SavedNumbers.range(in.readInt(), 0, Integer.MAX_VALUE, "failures of actor " + actor);
        quarantined = in.readBoolean();
        waitNanos = SavedNumbers.range(in.readLong(), 0, Long.MAX_VALUE, "waiting time of actor " + actor);
        runningReturn = in.readDouble();
    }
}
