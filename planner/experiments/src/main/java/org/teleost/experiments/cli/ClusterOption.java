package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiment.cluster.ClusterAddress;
import org.teleost.experiment.cluster.ClusterProvider;
import org.teleost.experiment.cluster.MasterSetup;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.Installed;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whether workers on other machines compute a command's cells. */
final class ClusterOption {
    @Option(
            names = "--cluster",
            paramLabel = "[HOST:]PORT",
            description = "Has the work done by workers: 'teleost worker --join HOST:PORT'. Without HOST only those of"
                    + " this machine; port 0 picks a free one.")
    private String address;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "The master's keys for --cluster, from 'teleost cluster keys'; needed for any HOST but this"
                    + " machine.")
    private Path keys;

    /** Whether there is a cluster. */
    boolean given() {
        return address != null;
    }

    /**
     * Opens the master's place and says where it is.
     *
     * @param text whether lines about workers and progress are wanted
     */
    OpenCluster open(CommandSpec spec, boolean text) {
        ClusterAddress place = ClusterAddress.parse("--cluster", address);
        PrintWriter err = spec.commandLine().getErr();
        return new OpenCluster(
                provider()
                        .open(new MasterSetup(
                                place,
                                Optional.ofNullable(keys),
                                Build.name(),
                                CommonArguments.of(spec),
                                line -> say(err, line))),
                text,
                err);
    }

    private static synchronized void say(PrintWriter err, String line) {
        err.println("teleost: " + line);
        err.flush();
    }

    /** The engine on the class path. */
    static ClusterProvider provider() {
        List<ClusterProvider> found = Installed.all(ClusterProvider.class, "a cluster engine", List::of);
        if (found.isEmpty()) {
            throw new ConfigException("no cluster engine is on the class path; run TELEOST_CLUSTER=1 ./teleost, or add"
                    + " teleost-cluster and what it depends on");
        }
        return found.get(0);
    }

    /** What a command of a worker computes with; null for any other process. */
    static CellSharing ofWorker(CommandSpec spec) {
        return spec.root().userObject() instanceof TeleostCommand teleost ? teleost.sharing() : null;
    }
}
