package org.teleost.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.teleost.cluster.keys.KeyMaker;
import org.teleost.cluster.link.PekkoMaster;
import org.teleost.cluster.link.PekkoWorker;
import org.teleost.experiment.cluster.ClusterMaster;
import org.teleost.experiment.cluster.ClusterProvider;
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
    public List<String> makeKeys(Path folder) throws IOException {
        return KeyMaker.make(folder);
    }
}
