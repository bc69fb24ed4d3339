package org.teleost.experiment.cell;

/**
 * Who computes the cells that a store lacks: this process all of them, a {@link Shard} of a job array its part, or many
 * machines together.
 */
@FunctionalInterface
public interface CellSharing {
    /** This process computes all. */
    CellSharing ALONE = CellRun::compute;

    /**
     * Has cells computed that the round's store lacks, each kept as soon as it is finished.
     *
     * @return true if the store has all cells of the round now
     */
    boolean run(CellRound round);
}
