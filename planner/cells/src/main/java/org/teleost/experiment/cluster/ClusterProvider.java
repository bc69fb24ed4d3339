package org.teleost.experiment.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Service interface: an engine that connects machines. Register the implementation under META-INF/services. */
public interface ClusterProvider {
    /**
     * Opens the place where workers come.
     *
     * @throws IllegalArgumentException if the address can't be used: taken, not of this machine, off loopback without
     *     keys
     */
    ClusterMaster open(MasterSetup setup);

    /**
     * Computes cells for masters at an address, one after the other, until {@code stop} says so or none has been there
     * for the time that the setup allows.
     *
     * @return true if it served a master to its end
     * @throws IllegalArgumentException if no master came, or one refused this worker; the message says why
     */
    boolean work(WorkerSetup setup, WorkerProgram program, BooleanSupplier stop);

    /**
     * Finds out what is wrong with the way to a master, up to the first thing that is.
     *
     * @param keys the worker's, if it has any
     */
    List<ConnectionFinding> examine(ClusterAddress master, Optional<Path> keys);

    /**
     * Makes keys for a master and for workers, signed by an authority of their own.
     *
     * @param folder new or empty
     * @return lines for people
     * @throws IllegalArgumentException if the folder holds something
     * @throws IOException if the disk refuses
     */
    List<String> makeKeys(Path folder) throws IOException;
}
