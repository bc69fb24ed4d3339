package org.teleost.learn.network;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Floats in the memory of an ND4J array, where OpenBLAS reads and writes them. The array, its pointer and its buffer
 * are made once, because ND4J makes new wrappers (about 4 kB and 10 to 20 microseconds) on every call that takes an
 * array.
 */
final class BlasFloats implements Floats {
    private final INDArray array;
    private final FloatPointer pointer;
    private final FloatBuffer buffer;

    /** @param length number of floats, positive; they start at zero */
    BlasFloats(int length) {
        array = Nd4j.zeros(DataType.FLOAT, length);
        pointer = ((FloatPointer) array.data().addressPointer()).capacity(length);
        buffer = pointer.asBuffer();
    }

    private BlasFloats(BlasFloats whole, int offset) {
        array = whole.array;
        pointer = whole.pointer.getPointer(offset);
        buffer = whole.buffer;
    }

    /** The address of the first float. */
    FloatPointer pointer() {
        return pointer;
    }

    @Override
    public void upload(float[] source, int offset, int length) {
        buffer.put(offset, source, offset, length);
    }

    @Override
    public void download(float[] target, int offset, int length) {
        buffer.get(offset, target, offset, length);
    }

    @Override
    public void uploadRepeated(float[] source, int offset, int length, int count) {
        for (int copy = 0; copy < count; copy++) {
            buffer.put(copy * length, source, offset, length);
        }
    }

    @Override
    public Floats from(int offset) {
        return new BlasFloats(this, offset);
    }

    @Override
    public void close() {
        if (array.closeable()) {
            array.close();
        }
    }
}
