package org.teleost.cluster.protocol;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.teleost.cluster.protocol.Message.Part;

/** Long messages in pieces that fit into a frame, and back; one peer's pieces come in their order. */
public final class Parts {
    /** Bytes of the longest piece. */
    public static final int PIECE = 256 * 1024;

    /** Pieces of the longest message: 256 MiB. */
    private static final int MOST = 1024;

    private static final AtomicLong IDS = new AtomicLong();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long id;
    private int next;

    /**
     * Hands out a message whole if it is short, in pieces if it is not.
     *
     * @throws ProtocolException if it is longer than 256 MiB
     */
    public static void split(byte[] message, Consumer<byte[]> out) {
        if (message.length <= PIECE) {
            out.accept(message);
            return;
        }
        int count = (message.length - 1) / PIECE + 1;
        if (count > MOST) {
            throw new ProtocolException("a message of " + message.length + " bytes; allowed are " + MOST * PIECE);
        }
        long own = IDS.incrementAndGet();
        for (int i = 0; i < count; i++) {
            int begin = i * PIECE;
            byte[] piece = new byte[Math.min(PIECE, message.length - begin)];
            System.arraycopy(message, begin, piece, 0, piece.length);
            out.accept(MessageCodec.encode(new Part(own, i, count, piece)));
        }
    }

    /**
     * Takes a piece; a message of which one was lost is dropped.
     *
     * @return the whole message with its last piece, else null
     */
    public Message join(Part part) {
        if (part.count() < 2 || part.count() > MOST || part.bytes().length > PIECE) {
            throw new ProtocolException("a message of " + part.count() + " pieces, one of " + part.bytes().length
                    + " bytes; allowed are 2 to " + MOST + " of " + PIECE);
        }
        if (part.index() == 0) {
            bytes.reset();
            id = part.id();
            next = 0;
        }
        if (part.id() != id || part.index() != next) {
            next = -1;
            return null;
        }
        bytes.writeBytes(part.bytes());
        next++;
        if (next < part.count()) {
            return null;
        }
        next = -1;
        byte[] whole = bytes.toByteArray();
        bytes.reset();
        Message message = MessageCodec.decode(whole);
        if (message instanceof Part) {
            throw new ProtocolException("a piece within a piece");
        }
        return message;
    }
}
