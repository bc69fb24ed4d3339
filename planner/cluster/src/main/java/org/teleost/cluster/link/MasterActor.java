package org.teleost.cluster.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pekko.actor.AbstractActorWithTimers;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Terminated;
import org.teleost.cluster.master.CellBoard;
import org.teleost.cluster.protocol.Message;
import org.teleost.cluster.protocol.Message.Part;
import org.teleost.cluster.protocol.Message.Refused;
import org.teleost.cluster.protocol.MessageCodec;
import org.teleost.cluster.protocol.Parts;
import org.teleost.cluster.protocol.ProtocolException;

/** Hands the workers' messages to the board. */
final class MasterActor extends AbstractActorWithTimers {
    static final String NAME = "master";

    private enum Beat {
        BEAT
    }

    private final CellBoard board;
    private final Consumer<String> log;
    private final Map<ActorRef, Parts> parts = new HashMap<>();
    private final Set<String> complaints = new HashSet<>();

    MasterActor(CellBoard board, Consumer<String> log) {
        this.board = board;
        this.log = log;
    }

    @Override
    public void preStart() {
        getTimers().startTimerWithFixedDelay(Beat.BEAT, Beat.BEAT, Systems.beat());
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Frame.class, this::receive)
                .match(Terminated.class, end -> gone(end.getActor()))
                .match(Beat.class, beat -> board.tick())
                .build();
    }

    private void receive(Frame frame) {
        ActorRef worker = getSender();
        ActorPeer peer = new ActorPeer(worker, getSelf());
        try {
            Message message = MessageCodec.decode(frame.bytes());
            if (message instanceof Part part) {
                message = parts.computeIfAbsent(worker, w -> new Parts()).join(part);
            }
            if (message != null) {
                getContext().watch(worker);
                board.receive(peer, message);
            }
        } catch (ProtocolException e) {
            if (complaints.size() < 100 && complaints.add(e.getMessage())) {
                log.accept("a message of " + worker.path().address() + " is dropped: " + e.getMessage());
            }
            peer.send(new Refused(e.getMessage()));
        }
    }

    private void gone(ActorRef worker) {
        parts.remove(worker);
        board.gone(new ActorPeer(worker, getSelf()));
    }
}
