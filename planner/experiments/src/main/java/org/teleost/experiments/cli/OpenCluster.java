package org.teleost.experiments.cli;

import java.io.PrintWriter;
import java.util.Timer;
import java.util.TimerTask;
import org.teleost.experiment.cell.CellSharing;
import org.teleost.experiment.cluster.ClusterMaster;

/** A master at work, which says every few seconds how far its workers are. */
final class OpenCluster implements AutoCloseable {
    private static final long MILLIS = 5000;

    private final ClusterMaster master;
    private final boolean text;
    private final PrintWriter err;
    private final Timer timer;
    private String last = "";

    OpenCluster(ClusterMaster master, boolean text, PrintWriter err) {
        this.master = master;
        this.text = text;
        this.err = err;
        err.println("teleost: workers come with: teleost worker --join " + master.address());
        err.flush();
        timer = new Timer("teleost-cluster-status", true);
        if (text) {
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            status();
                        }
                    },
                    MILLIS,
                    MILLIS);
        }
    }

    CellSharing sharing() {
        return master.sharing();
    }

    private synchronized void status() {
        String line = master.status().text();
        if (!line.equals(last)) {
            err.println("teleost: " + line);
            err.flush();
            last = line;
        }
    }

    @Override
    public void close() {
        timer.cancel();
        if (text) {
            status();
        }
        master.close();
    }
}
