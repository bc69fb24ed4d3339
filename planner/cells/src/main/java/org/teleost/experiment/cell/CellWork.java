package org.teleost.experiment.cell;

import java.util.Optional;

/** Computes a cell. */
@FunctionalInterface
public interface CellWork {
    /**
     * Computes the cell of this key from nothing but the key and the experiment's configuration; several run at once.
     *
     * @param monitor takes progress and knows whether to stop
     * @return the finished cell, empty if it was asked to stop before
     */
    Optional<Cell> compute(String key, CellMonitor monitor);
}
