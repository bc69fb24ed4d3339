package org.teleost.cluster.protocol;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.BiConsumer;

/** Writes what {@link ByteReader} reads: numbers with the high byte first, texts and lists after their length. */
final class ByteWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    ByteWriter number(int value) {
        return write(() -> out.writeInt(value));
    }

    ByteWriter number(long value) {
        return write(() -> out.writeLong(value));
    }

    ByteWriter real(double value) {
        return write(() -> out.writeDouble(value));
    }

    ByteWriter flag(boolean value) {
        return write(() -> out.writeByte(value ? 1 : 0));
    }

    ByteWriter kind(int value) {
        return write(() -> out.writeByte(value));
    }

    ByteWriter text(String value) {
        return block(value.getBytes(StandardCharsets.UTF_8));
    }

    ByteWriter block(byte[] value) {
        return write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    <E> ByteWriter list(Collection<E> elements, BiConsumer<ByteWriter, E> element) {
        number(elements.size());
        elements.forEach(each -> element.accept(this, each));
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private interface Write {
        void run() throws IOException;
    }

    private ByteWriter write(Write write) {
        try {
            write.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
