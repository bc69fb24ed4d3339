package org.teleost.experiment.cell;

/** Stands beside the work on a cell. */
public interface CellMonitor {
    /** How much of this cell is done, 0 to 1. */
    void progress(double fraction);

    /** Whether to give up: the user has asked to stop or another cell has failed. */
    boolean stopRequested();
}
