package org.teleost.experiments.study;

/** Hears of the parts of a study. */
public interface StudyListener {
    /**
     * A cell is about to be trained.
     *
     * @param number of the cell in the grid, from 1
     */
    default void cellStarted(Cell cell, int number, int cells) {}

    /**
     * A cell is done.
     *
     * @param earlier true if an earlier study had finished it
     */
    default void cellFinished(CellResult result, int number, int cells, boolean earlier) {}

    default void aloneMeasured(AloneRate rate) {}
}
