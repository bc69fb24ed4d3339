package org.teleost.cluster.protocol;

/** The other side; equal for the same process. Sending never waits, and may lose the message. */
@FunctionalInterface
public interface Peer {
    void send(Message message);
}
