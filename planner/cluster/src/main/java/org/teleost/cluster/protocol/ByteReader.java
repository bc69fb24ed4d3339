package org.teleost.cluster.protocol;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads bytes that anybody may have sent: every length is compared with what is left before anything is allocated. */
final class ByteReader {
    private final ByteBuffer bytes;

    ByteReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    int number() {
        need(Integer.BYTES);
        return bytes.getInt();
    }

    long large() {
        need(Long.BYTES);
        return bytes.getLong();
    }

    double real() {
        need(Double.BYTES);
        return bytes.getDouble();
    }

    boolean flag() {
        int value = kind();
        if (value > 1) {
            throw new ProtocolException("flag=" + value + "; allowed are 0 and 1");
        }
        return value == 1;
    }

    int kind() {
        need(1);
        return bytes.get() & 0xff;
    }

    String text() {
        byte[] block = block();
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(block));
            return text.toString();
        } catch (CharacterCodingException e) {
            throw new ProtocolException("a text of " + block.length + " bytes is not UTF-8");
        }
    }

    byte[] block() {
        byte[] block = new byte[length(1)];
        bytes.get(block);
        return block;
    }

    /** @param least bytes that an element takes at least */
    <E> List<E> list(int least, Function<ByteReader, E> element) {
        int count = length(least);
        List<E> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(element.apply(this));
        }
        return list;
    }

    /** A number of elements that can be there. */
    int length(int least) {
        int length = number();
        if (length < 0 || (long) length * least > bytes.remaining()) {
            throw new ProtocolException("length=" + length + " with " + bytes.remaining() + " bytes left");
        }
        return length;
    }

    void end() {
        if (bytes.hasRemaining()) {
            throw new ProtocolException(bytes.remaining() + " bytes after the end of a message");
        }
    }

    private void need(int count) {
        if (bytes.remaining() < count) {
            throw new ProtocolException("a message ends " + (count - bytes.remaining()) + " bytes too early");
        }
    }
}
