package org.teleost.experiments.cli;

import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiment.cell.CellStore;

/** A command's cells, and who computes them; closing sends workers home. */
final class SharedCells implements AutoCloseable {
    private final CellStore store;
    private final OpenCluster cluster;

    /** @param cluster null if there is none */
    SharedCells(CellStore store, CellSharing sharing, OpenCluster cluster) {
        this.store = store.shared(sharing);
        this.cluster = cluster;
    }

    CellStore store() {
        return store;
    }

    @Override
    public void close() {
        if (cluster != null) {
            cluster.close();
        }
    }
}
