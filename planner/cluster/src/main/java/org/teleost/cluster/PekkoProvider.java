package org.teleost.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.teleost.cluster.keys.ConnectionCheck;
import org.teleost.cluster.keys.KeyMaker;
import org.teleost.cluster.link.PekkoMaster;
import org.teleost.cluster.link.PekkoWorker;
import org.teleost.experiment.cluster.ClusterAddress;
import org.teleost.experiment.cluster.ClusterMaster;
import org.teleost.experiment.cluster.ClusterProvider;
import org.teleost.experiment.cluster.ConnectionFinding;
import org.teleost.experiment.cluster.MasterSetup;
import org.teleost.experiment.cluster.WorkerProgram;
import org.teleost.experiment.cluster.WorkerSetup;

/** Clusters on Apache Pekko. */
public final class PekkoProvider implements ClusterProvider {
    @Override
    public ClusterMaster open(MasterSetup setup) {
        return new PekkoMaster(setup);
    }

    @Override
    public boolean work(WorkerSetup setup, WorkerProgram program, BooleanSupplier stop) {
        return new PekkoWorker(setup, program, stop).work();
    }

    @Override
    public List<ConnectionFinding> examine(ClusterAddress master, Optional<Path> keys) {
        return ConnectionCheck.examine(master, keys);
    }

    @Override
    public List<String> makeKeys(Path folder) throws IOException {
        return KeyMaker.make(folder);
    }
}
