package org.teleost.cuda.nd4j;

import static org.bytedeco.cuda.global.cudart.CU_STREAM_NON_BLOCKING;
import static org.bytedeco.cuda.global.cudart.cuMemAlloc;
import static org.bytedeco.cuda.global.cudart.cuMemFree;
import static org.bytedeco.cuda.global.cudart.cuStreamCreate;
import static org.bytedeco.cuda.global.cudart.cuStreamDestroy;

import java.util.HashSet;
import java.util.Set;
import org.bytedeco.cuda.cudart.CUstream_st;

/** The driver's memory and a stream of its own, for a GPU that is newer than ND4J's library. */
final class DriverMemory implements CudaMemory {
    private final CUstream_st stream = new CUstream_st();
    private final Set<Long> addresses = new HashSet<>();

    /** In the calling thread's context. */
    DriverMemory() {
        Cuda.check(cuStreamCreate(stream, CU_STREAM_NON_BLOCKING), "opening a stream");
    }

    @Override
    public CUstream_st stream() {
        return stream;
    }

    @Override
    public long allocate(long bytes) {
        long[] address = new long[1];
        Cuda.check(cuMemAlloc(address, bytes), "taking memory");
        addresses.add(address[0]);
        return address[0];
    }

    @Override
    public void release(long address) {
        if (addresses.remove(address)) {
            Cuda.check(cuMemFree(address), "giving memory back");
        }
    }

    @Override
    public void close() {
        addresses.forEach(address -> Cuda.check(cuMemFree(address), "giving memory back"));
        addresses.clear();
        Cuda.check(cuStreamDestroy(stream), "closing the stream");
    }
}
