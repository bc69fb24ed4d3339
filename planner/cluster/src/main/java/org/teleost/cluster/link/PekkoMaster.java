package org.teleost.cluster.link;

import java.security.SecureRandom;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.cluster.Cluster;
import org.teleost.cluster.master.CellBoard;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiment.cluster.ClusterAddress;
import org.teleost.experiment.cluster.ClusterMaster;
import org.teleost.experiment.cluster.ClusterStatus;
import org.teleost.experiment.cluster.MasterSetup;

/** A master as the first member of a cluster. */
public final class PekkoMaster implements ClusterMaster {
    /** Time for the last messages. */
    private static final long FAREWELL_MILLIS = 300;

    private final CellBoard board;
    private final ActorSystem system;
    private final ClusterAddress address;
    private final AutoCloseable reader;

    /** Opens it. */
    public PekkoMaster(MasterSetup setup) {
        long session = new SecureRandom().nextLong() | 1;
        board = new CellBoard(session, setup.build(), setup.command(), setup.log(), System::nanoTime);
        reader = BriefLog.read(setup.log());
        system = Systems.start(setup.address(), setup.keys(), true);
        Cluster cluster = Cluster.get(system);
        system.actorOf(Props.create(MasterActor.class, () -> new MasterActor(board, setup.log())), MasterActor.NAME);
        cluster.join(cluster.selfAddress());
        address = new ClusterAddress(
                setup.address().host(), (Integer) cluster.selfAddress().port().get());
    }

    @Override
    public ClusterAddress address() {
        return address;
    }

    @Override
    public CellSharing sharing() {
        return board;
    }

    @Override
    public ClusterStatus status() {
        return board.status();
    }

    @Override
    public void close() {
        board.stop("all cells are finished, or the master was stopped");
        try {
            Thread.sleep(FAREWELL_MILLIS);
            reader.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Systems.end(system);
    }
}
