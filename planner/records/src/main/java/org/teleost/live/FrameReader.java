package org.teleost.live;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads what {@link FrameWriter} wrote. Whatever the bytes are, the only failures are IOExceptions: an EOFException
 * when they stop inside a frame, a {@link FeedFormatException} when they are none. Allocates no more than has arrived.
 */
final class FrameReader {
    /** Longest frame, as a trace's longest message. */
    static final int LONGEST = 64 << 20;

    private static final int LONGEST_GREETING = 4_096;

    private final DataInputStream in;
    private EpisodeHead head;

    FrameReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** How the other side introduced itself. */
    record Greeting(int version, int status, String text) {}

    /** Reads the greeting; of a newer version only the number is read. */
    Greeting greeting() throws IOException {
        byte[] magic = FrameWriter.magic();
        for (byte expected : magic) {
            if (in.readByte() != expected) {
                throw new FeedFormatException("the greeting is not a feed's");
            }
        }
        int version = in.readUnsignedShort();
        if (version > FrameWriter.VERSION) {
            return new Greeting(version, FrameWriter.REFUSED, "");
        }
        int status = in.readUnsignedByte();
        int length = in.readInt();
        if (length < 0 || length > LONGEST_GREETING) {
            throw new FeedFormatException("greeting of " + length + " bytes; at most " + LONGEST_GREETING);
        }
        return new Greeting(version, status, new String(bytes(length), StandardCharsets.UTF_8));
    }

    /** The next record; null at the end of the bytes. Signs of life and frames of unknown types are passed over. */
    LiveRecord next() throws IOException {
        while (true) {
            int first = in.read();
            if (first < 0) {
                return null;
            }
            int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
            if (length < 1 || length > LONGEST) {
                throw new FeedFormatException("frame of " + length + " bytes; allowed range 1 to " + LONGEST);
            }
            int type = in.readUnsignedByte();
            LiveRecord record = record(type, bytes(length - 1));
            if (record != null) {
                return record;
            }
        }
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the bytes stop " + (length - bytes.length) + " before the end of a frame");
        }
        return bytes;
    }

    private LiveRecord record(int type, byte[] payload) throws IOException {
        ByteBuffer body = ByteBuffer.wrap(payload);
        try {
            return switch (type) {
                case FrameWriter.EPISODE -> new LiveRecord.Started(episode(body));
                case FrameWriter.STEP -> step(body);
                case FrameWriter.FINISHED -> new LiveRecord.Finished(known(body.getLong()));
                case FrameWriter.END -> new LiveRecord.End(text(body));
                default -> null;
            };
        } catch (BufferUnderflowException e) {
            throw new FeedFormatException("frame of type " + type + " has only " + payload.length + " bytes");
        }
    }

    private EpisodeHead episode(ByteBuffer body) throws IOException {
        long number = body.getLong();
        long seed = body.getLong();
        String model = text(body);
        int count = body.getInt();
        Map<String, String> configuration = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            configuration.put(text(body), text(body));
        }
        head = new EpisodeHead(number, model, seed, configuration);
        return head;
    }

    private EpisodeHead known(long number) throws IOException {
        if (head == null || head.number() != number) {
            throw new FeedFormatException("episode " + number + " was not introduced");
        }
        return head;
    }

    private LiveRecord step(ByteBuffer body) throws IOException {
        EpisodeHead episode = known(body.getLong());
        long index = body.getLong();
        if (index < 0) {
            throw new FeedFormatException("step index " + index + "; it must be 0 or more");
        }
        byte[] json = bytes(body, body.getInt());
        return new LiveRecord.Step(episode, index, json, bytes(body, body.remaining()));
    }

    private static String text(ByteBuffer body) throws IOException {
        int length = body.getInt();
        return new String(bytes(body, length), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer body, int length) throws IOException {
        if (length < 0 || length > body.remaining()) {
            throw new FeedFormatException("text of " + length + " bytes in a frame with " + body.remaining() + " left");
        }
        byte[] bytes = new byte[length];
        body.get(bytes);
        return bytes;
    }
}
