package org.teleost.experiment.cluster;

import org.teleost.experiment.cell.CellSharing;

/** Has the cells of one command computed by workers. */
public interface ClusterMaster extends AutoCloseable {
    /** Where workers find it: HOST:PORT. */
    ClusterAddress address();

    /** Waits for workers as long as it takes; makes no cell itself. */
    CellSharing sharing();

    /** What is going on. */
    ClusterStatus status();

    /** Tells the workers that the work is over, and leaves. */
    @Override
    void close();
}
