package org.teleost.cuda.nd4j;

import org.bytedeco.cuda.cudart.CUstream_st;

/** Where a device's memory comes from, and the stream on which its work is queued. */
interface CudaMemory extends AutoCloseable {
    /** Work queued here runs in order. */
    CUstream_st stream();

    /** Address of at least {@code bytes}, a multiple of 8, of any content; throws when there is no room. */
    long allocate(long bytes);

    /** Gives back what {@link #allocate} returned; nothing that is queued may use it any more. */
    void release(long address);

    /** Gives everything back; nothing may be queued any more. */
    @Override
    void close();
}
