package org.teleost.experiment.cluster;

import java.util.List;
import org.teleost.experiment.cell.CellSharing;

/** Runs a master's command on a worker: to where it needs cells, which the sharing then computes or fetches. */
@FunctionalInterface
public interface WorkerProgram {
    /**
     * Returns when the sharing says that it is over.
     *
     * @param command arguments of the master's command
     * @throws RuntimeException if the command can't run here; the master hears the message
     */
    void run(List<String> command, CellSharing sharing);
}
