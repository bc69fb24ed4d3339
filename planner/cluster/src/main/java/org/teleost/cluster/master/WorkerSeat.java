package org.teleost.cluster.master;

import org.teleost.cluster.protocol.Message.Hello;
import org.teleost.cluster.protocol.Peer;

/** What the master knows of a worker. */
final class WorkerSeat {
    final Peer peer;
    final Hello hello;
    long seen;
    int round;
    int free;
    long cellsSent;
    boolean refused;

    WorkerSeat(Peer peer, Hello hello, long now) {
        this.peer = peer;
        this.hello = hello;
        seen = now;
    }

    boolean silent(long now) {
        return now - seen > CellBoard.LEASE_NANOS;
    }
}
