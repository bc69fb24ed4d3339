package org.teleost.cluster.link;

import org.apache.pekko.actor.AbstractActorWithTimers;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSelection;
import org.teleost.cluster.protocol.Message;
import org.teleost.cluster.protocol.Message.Part;
import org.teleost.cluster.protocol.MessageCodec;
import org.teleost.cluster.protocol.Parts;
import org.teleost.cluster.protocol.Peer;
import org.teleost.cluster.protocol.ProtocolException;
import org.teleost.cluster.worker.WorkerDesk;

/** Hands the master's messages to the desk. */
final class WorkerActor extends AbstractActorWithTimers {
    private enum Beat {
        BEAT
    }

    private final WorkerDesk desk;
    private final ActorSelection master;
    private final Parts parts = new Parts();

    WorkerActor(WorkerDesk desk, ActorSelection master) {
        this.desk = desk;
        this.master = master;
    }

    @Override
    public void preStart() {
        ActorRef self = getSelf();
        Peer peer = message -> Parts.split(MessageCodec.encode(message), bytes -> master.tell(new Frame(bytes), self));
        desk.connected(peer);
        getTimers().startTimerWithFixedDelay(Beat.BEAT, Beat.BEAT, Systems.beat());
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Frame.class, this::receive)
                .match(Beat.class, beat -> desk.tick())
                .build();
    }

    private void receive(Frame frame) {
        try {
            Message message = MessageCodec.decode(frame.bytes());
            if (message instanceof Part part) {
                message = parts.join(part);
            }
            if (message != null) {
                desk.receive(message);
            }
        } catch (ProtocolException e) {
            getContext().getSystem().log().warning("a message of the master is dropped: {}", e.getMessage());
        }
    }
}
