package org.teleost.cluster.link;

import org.apache.pekko.actor.ActorRef;
import org.teleost.cluster.protocol.Message;
import org.teleost.cluster.protocol.MessageCodec;
import org.teleost.cluster.protocol.Parts;
import org.teleost.cluster.protocol.Peer;

/**
 * An actor of another process.
 *
 * @param self who sends
 */
record ActorPeer(ActorRef actor, ActorRef self) implements Peer {
    @Override
    public void send(Message message) {
        Parts.split(MessageCodec.encode(message), bytes -> actor.tell(new Frame(bytes), self));
    }
}
