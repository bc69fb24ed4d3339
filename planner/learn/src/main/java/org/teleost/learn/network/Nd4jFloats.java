package org.teleost.learn.network;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Floats in an ND4J array, wherever its backend keeps them. The host's copy is fetched before Java looks at it and
 * marked as the newer one after Java wrote it; ND4J copies it to the device before the next operation there.
 */
final class Nd4jFloats implements Floats {
    private final INDArray array;
    private final int start;
    private INDArray matrix;

    /** @param length number of floats, positive; they start at zero */
    Nd4jFloats(int length) {
        this(Nd4j.zeros(DataType.FLOAT, length), 0);
    }

    private Nd4jFloats(INDArray array, int start) {
        this.array = array;
        this.start = start;
    }

    /**
     * The row-major matrix [rows][columns] at the start, as its transpose in column-major order: the same memory, in
     * the only order that every BLAS knows. The last one is kept, because a view costs as much as a small product.
     */
    INDArray transposed(int rows, int columns) {
        INDArray view = matrix;
        if (view == null || view.size(0) != columns || view.size(1) != rows) {
            view = array.get(NDArrayIndex.interval(start, start + (long) rows * columns))
                    .reshape('f', true, columns, rows);
            matrix = view;
        }
        return view;
    }

    @Override
    public void upload(float[] source, int offset, int length) {
        hostCopy().put(offset, source, offset, length);
        hostCopyIsNewer();
    }

    @Override
    public void download(float[] target, int offset, int length) {
        hostCopy().get(offset, target, offset, length);
    }

    @Override
    public void uploadRepeated(float[] source, int offset, int length, int count) {
        FloatBuffer buffer = hostCopy();
        for (int copy = 0; copy < count; copy++) {
            buffer.put(copy * length, source, offset, length);
        }
        hostCopyIsNewer();
    }

    /** On the host: the values were just uploaded, and ND4J's reductions want kernels for the very GPU. */
    float absoluteSum(int length) {
        FloatBuffer buffer = hostCopy();
        float sum = 0f;
        for (int i = 0; i < length; i++) {
            sum += Math.abs(buffer.get(start + i));
        }
        return sum;
    }

    private FloatBuffer hostCopy() {
        Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
        return array.data().asNioFloat();
    }

    private void hostCopyIsNewer() {
        Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
    }

    @Override
    public Floats from(int offset) {
        return new Nd4jFloats(array, start + offset);
    }

    @Override
    public void close() {
        matrix = null;
        if (array.closeable()) {
            array.close();
        }
    }
}
