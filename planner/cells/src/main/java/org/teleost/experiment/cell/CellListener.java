package org.teleost.experiment.cell;

/** Hears of cells; calls do not overlap. */
@FunctionalInterface
public interface CellListener {
    /**
     * A cell is finished.
     *
     * @param earlier whether an earlier run had computed it
     */
    void finished(Cell cell, boolean earlier);

    /**
     * Work goes on.
     *
     * @param done cells, those under way counted by the part that is done
     * @param total number of cells
     * @param key a cell that is under way
     */
    default void progress(double done, int total, String key) {}
}
