package org.teleost.learn.apt;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.teleost.learn.checkpoint.SavedNumbers;
import org.teleost.learn.replay.Transition;
import org.teleost.policy.PolicyNetwork;
import org.teleost.problem.ControlProblem;

/**
 * Collection beside the learner: every actor has a thread and a ring. The learner takes transitions from the rings in
 * turn, as many as the ratio of updates to steps allows; what it leaves fills the rings and makes the actors wait,
 * which is the only brake. Between updates it also watches the actors and replaces those that crashed or hang.
 */
final class AsynchronousCollection implements Collection {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LONGEST_GRACE_MILLIS = 10_000;

    private final ControlProblem problem;
    private final AptSettings settings;
    private final TrainingState state;
    private final AtomicReference<PolicyNetwork> newest;
    private final LongSupplier clock;
    private final Doorbell bell = new Doorbell();
    private final Actor[] actors;
    private final Watchdog[] watchdogs;
    private final long[] nextEpisodes;
    private final long[] earlierWaitNanos;
    private final List<Actor> abandoned = new ArrayList<>();
    private final long tickNanos;
    private volatile boolean woken;
    private int first;

    AsynchronousCollection(
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
        actors = new Actor[settings.actors()];
        watchdogs = new Watchdog[actors.length];
        nextEpisodes = new long[actors.length];
        earlierWaitNanos = new long[actors.length];
        for (int i = 0; i < actors.length; i++) {
            watchdogs[i] = new Watchdog(settings);
        }
        long shortest = Math.min(
                settings.stepDeadline().toNanos(), settings.resetDeadline().toNanos());
        tickNanos = Math.max(NANOS_PER_MILLI / 4, shortest / 4);
    }

    @Override
    public void start() {
        for (int i = 0; i < actors.length; i++) {
            state.ledgers[i].forgive();
            earlierWaitNanos[i] = state.ledgers[i].waitNanos;
            startActor(i);
        }
    }

    private void startActor(int i) {
        TransitionRing ring = new TransitionRing(
                settings.handOver(),
                problem.observationBox().size(),
                problem.actionBox().size());
        Collector collector = new Collector(problem, settings, i, nextEpisodes[i]);
        actors[i] = new Actor(collector, ring, newest, bell, clock, "teleost-actor-" + i);
        watchdogs[i].watch(collector, clock.getAsLong());
        actors[i].start();
    }

    @Override
    public void collect() {
        boolean found = true;
        // bounded: actors faster than this loop must not keep the learner from its updates
        for (int pass = 0; found && pass < settings.handOver(); pass++) {
            found = false;
            for (int k = 0; k < actors.length; k++) {
                found |= takeOne((first + k) % actors.length);
            }
        }
        // nobody is always the first to be served when the ratio allows only some
        first = (first + 1) % actors.length;
        supervise();
    }

    private boolean takeOne(int i) {
        Transition transition = actors[i] == null || !state.mayTake() ? null : actors[i].peek();
        if (transition == null) {
            return false;
        }
        state.take(transition);
        actors[i].release();
        return true;
    }

    /** An actor is replaced only after all that it had collected is taken. */
    private void supervise() {
        long now = clock.getAsLong();
        for (int i = 0; i < actors.length; i++) {
            Actor actor = actors[i];
            if (actor == null) {
                continue;
            }
            state.ledgers[i].waitNanos = earlierWaitNanos[i] + actor.waitNanos();
            String hang = watchdogs[i].hang(now);
            Throwable failure = actor.failure();
            if ((failure == null && hang == null) || actor.peek() != null) {
                continue;
            }
            if (failure == null) {
                abandoned.add(actor);
                actor.abandon();
                replace(i, ActorFailure.Cause.HANG, hang);
            } else {
                // its environment is closed already and nothing but the return is left
                actor.join(LONGEST_GRACE_MILLIS);
                replace(i, ActorFailure.Cause.of(failure), failure.toString());
            }
        }
    }

    private void replace(int i, ActorFailure.Cause cause, String message) {
        long episode = actors[i].collector().episode();
        nextEpisodes[i] = episode + 1;
        earlierWaitNanos[i] = state.ledgers[i].waitNanos;
        actors[i] = null;
        state.fail(i, cause, message, episode);
        if (!state.ledgers[i].quarantined) {
            startActor(i);
        }
    }

    @Override
    public void awaitTransition() {
        long began = clock.getAsLong();
        bell.listen();
        if (!woken && !somethingToDo()) {
            bell.await(tickNanos);
        }
        bell.unlisten();
        state.learnerWaitNanos += clock.getAsLong() - began;
    }

    private boolean somethingToDo() {
        for (Actor actor : actors) {
            if (actor != null && (actor.peek() != null || actor.failure() != null)) {
                return true;
            }
        }
        return living() == 0;
    }

    @Override
    public int living() {
        int living = 0;
        for (Actor actor : actors) {
            living += actor == null ? 0 : 1;
        }
        return living;
    }

    @Override
    public int abandonedThreads() {
        abandoned.removeIf(actor -> !actor.alive());
        return abandoned.size();
    }

    @Override
    public void stop() {
        for (Actor actor : actors) {
            if (actor != null) {
                actor.end();
            }
        }
        long graceMillis =
                Math.min(LONGEST_GRACE_MILLIS, 1 + settings.stepDeadline().toMillis());
        long left = graceMillis;
        for (int i = 0; i < actors.length; i++) {
            Actor actor = actors[i];
            if (actor != null) {
                if (!actor.join(left)) {
                    actor.abandon();
                    abandoned.add(actor);
                    left = 1; // the others had their time while this one was waited for
                }
                nextEpisodes[i] = actor.collector().episode() + 1;
                state.ledgers[i].waitNanos = earlierWaitNanos[i] + actor.waitNanos();
                actors[i] = null;
            }
        }
        left = graceMillis;
        for (Actor actor : abandoned) {
            left = actor.join(left) ? left : 1;
        }
    }

    @Override
    public void wake() {
        woken = true;
        bell.ring();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(actors.length);
        for (int i = 0; i < actors.length; i++) {
            out.writeLong(
                    actors[i] == null ? nextEpisodes[i] : actors[i].collector().episode() + 1);
        }
    }

    /** The running episodes are lost; every actor goes on with a new one, whose seed no earlier episode had. */
    @Override
    public void read(DataInput in) throws IOException {
        int saved = in.readInt();
        for (int i = 0; i < saved; i++) {
            long next = SavedNumbers.count(in, "next episode of actor " + i);
            if (i < nextEpisodes.length) {
                nextEpisodes[i] = next;
            }
        }
    }
}
