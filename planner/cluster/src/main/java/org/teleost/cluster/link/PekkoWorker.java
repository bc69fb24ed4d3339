package org.teleost.cluster.link;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.RootActorPath;
import org.apache.pekko.cluster.Cluster;
import org.apache.pekko.cluster.Member;
import org.teleost.cluster.worker.WorkerDesk;
import org.teleost.experiment.cluster.WorkerProgram;
import org.teleost.experiment.cluster.WorkerSetup;

/**
 * A worker that joins a master's cluster, leaves it when it hears nothing, and joins the next: an actor system can't
 * join a second time, so each try has its own.
 */
public final class PekkoWorker {
    /** Silence after which the connection is given up. */
    private static final long LOST_NANOS = 4_000_000_000L;

    /** The same before the first answer: connections in both directions take their time on busy machines. */
    private static final long ANSWER_NANOS = 12_000_000_000L;

    /** Time for a try to join. */
    private static final long JOIN_NANOS = 20_000_000_000L;

    private static final long LOOK_MILLIS = 50;

    private final WorkerSetup setup;
    private final WorkerDesk desk;
    private final BooleanSupplier stop;
    private long heard = System.nanoTime();
    private boolean saidWaiting;

    /** A worker that has not joined yet. */
    public PekkoWorker(WorkerSetup setup, WorkerProgram program, BooleanSupplier stop) {
        this.setup = setup;
        this.stop = stop;
        desk = new WorkerDesk(setup, new SecureRandom().nextLong(), program, System::nanoTime);
    }

    /** Serves masters; see {@link org.teleost.experiment.cluster.ClusterProvider#work}. */
    public boolean work() {
        String host = Systems.resolved(setup.master().host());
        Address master = new Address("pekko", Systems.NAME, host, setup.master().port());
        try (desk;
                AutoCloseable reader = BriefLog.read(setup.log())) {
            assert reader != null;
            while (!finished()) {
                waiting();
                connect(master);
            }
            return desk.served();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void waiting() {
        if (!saidWaiting) {
            saidWaiting = true;
            setup.log()
                    .accept("waits for a master at " + setup.master()
                            + (setup.patience() > 0
                                    ? String.format(Locale.ROOT, ", for %.0f s at most", setup.patience())
                                    : ""));
        }
    }

    /** Whether the master has let it in; being up would wait for the funeral of members that are lost. */
    private static boolean member(Cluster cluster) {
        for (Member each : cluster.state().getMembers()) {
            if (each.uniqueAddress().equals(cluster.selfUniqueAddress())) {
                return true;
            }
        }
        return false;
    }

    /** Joins, and stays as long as the master is heard. */
    private void connect(Address master) {
        ActorSystem system = Systems.start(setup.bind(), setup.keys(), false);
        try {
            Cluster cluster = Cluster.get(system);
            cluster.joinSeedNodes(List.of(master));
            long start = System.nanoTime();
            while (!member(cluster) && System.nanoTime() - start < JOIN_NANOS && !finished()) {
                pause();
            }
            if (member(cluster)) {
                stay(system, master);
            }
        } finally {
            desk.disconnected();
            Systems.end(system);
        }
    }

    private void stay(ActorSystem system, Address master) {
        desk.expect();
        system.actorOf(
                Props.create(
                        WorkerActor.class,
                        () -> new WorkerActor(
                                desk,
                                system.actorSelection(new RootActorPath(master, "/")
                                        .child("user")
                                        .child(MasterActor.NAME)))),
                "worker");
        setup.log().accept("joined the master at " + setup.master());
        saidWaiting = false;
        while (desk.silence() < (desk.welcome() ? LOST_NANOS : ANSWER_NANOS) && !finished()) {
            heard = System.nanoTime() - desk.silence();
            pause();
        }
        if (!finished()) {
            setup.log().accept("the master at " + setup.master() + " is silent");
        }
    }

    /** Whether there is nothing to do any more; throws if it is by refusal. */
    private boolean finished() {
        desk.refusal().ifPresent(reason -> {
            throw new IllegalArgumentException(
                    "the master at " + setup.master() + " doesn't take this worker: " + reason);
        });
        if (stop.getAsBoolean() || setup.once() && desk.served()) {
            return true;
        }
        boolean patient = setup.patience() <= 0 || (System.nanoTime() - heard) * 1e-9 < setup.patience();
        if (!patient && !desk.served()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "no master at %s for %.0f s; start one there with --cluster, check host, port, keys and firewall, or"
                            + " wait longer with --wait SECONDS",
                    setup.master(),
                    setup.patience()));
        }
        return !patient;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
