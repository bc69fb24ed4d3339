package org.teleost.learn.network;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Floats in the memory of an ND4J array, where BLAS reads and writes them. The array, its pointer and its buffer are
 * made once, because ND4J makes new wrappers (about 4 kB and 10 to 20 microseconds) on every call that takes an array.
 */
final class NativeFloats implements AutoCloseable {
    private final INDArray array;
    private final FloatPointer pointer;
    private final FloatBuffer buffer;

    /** @param length number of floats, positive; they start at zero */
    NativeFloats(int length) {
        array = Nd4j.zeros(DataType.FLOAT, length);
        pointer = ((FloatPointer) array.data().addressPointer()).capacity(length);
        buffer = pointer.asBuffer();
    }

    /** The ND4J array, shape [length]. */
    INDArray array() {
        return array;
    }

    /** The address of float {@code offset}; ask once and keep it, a pointer is an object. */
    FloatPointer pointer(int offset) {
        return pointer.getPointer(offset);
    }

    /** Copies {@code length} floats from {@code source}, both from {@code offset} on. */
    void upload(float[] source, int offset, int length) {
        buffer.put(offset, source, offset, length);
    }

    /** Copies {@code length} floats to {@code target}, both from {@code offset} on. */
    void download(float[] target, int offset, int length) {
        buffer.get(offset, target, offset, length);
    }

    /** Writes {@code count} copies of {@code length} floats of {@code source}, one after the other from the start. */
    void uploadRepeated(float[] source, int offset, int length, int count) {
        for (int copy = 0; copy < count; copy++) {
            buffer.put(copy * length, source, offset, length);
        }
    }

    /** Frees the memory now; the object is of no further use. */
    @Override
    public void close() {
        if (array.closeable()) {
            array.close();
        }
    }
}
