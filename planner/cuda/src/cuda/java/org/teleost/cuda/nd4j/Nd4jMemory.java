package org.teleost.cuda.nd4j;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.cuda.cudart.CUstream_st;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.nd4j.jita.allocator.impl.AtomicAllocator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.jcublas.context.CudaContext;

/** ND4J arrays, and ND4J's stream: what shares a GPU with ND4J takes turns with it. */
final class Nd4jMemory implements CudaMemory {
    private final CudaContext context;
    private final CUstream_st stream;
    private final Map<Long, INDArray> arrays = new HashMap<>();

    Nd4jMemory() {
        // ND4J opens the primary context, whichever thread comes first
        context = AtomicAllocator.getInstance().getDeviceContext();
        // ND4J's pointer is to the handle
        try (PointerPointer<Pointer> handle = new PointerPointer<>(context.getOldStream())) {
            stream = new CUstream_st(handle.get(0));
        }
    }

    @Override
    public CUstream_st stream() {
        return stream;
    }

    @Override
    public long allocate(long bytes) {
        INDArray array = Nd4j.createUninitialized(DataType.INT64, bytes / Long.BYTES);
        long address = AtomicAllocator.getInstance().getPointer(array, context).address();
        AtomicAllocator.getInstance().tickDeviceWrite(array);
        arrays.put(address, array);
        return address;
    }

    @Override
    public void release(long address) {
        INDArray array = arrays.remove(address);
        if (array != null) {
            array.close();
        }
    }

    @Override
    public void close() {
        arrays.values().forEach(INDArray::close);
        arrays.clear();
    }
}
