package org.teleost.cuda.device;

import java.nio.ByteBuffer;

/**
 * A device with one program loaded. Launches are ordered: a kernel sees all that earlier launches and writes did, and
 * {@link #read} waits for them. All data is little-endian. One caller at a time.
 *
 * <p>Every kernel has the signature {@code (Arguments* arguments, int argument)}.
 */
public interface Device extends AutoCloseable {
    /** For people: kind and name. */
    String description();

    /** Zeroed memory; throws {@link DeviceException} when there is no room. */
    DeviceBuffer allocate(long bytes);

    /** Gives a buffer back. */
    void release(DeviceBuffer buffer);

    /** Copies the remaining bytes of {@code source} to the device. */
    void write(DeviceBuffer target, long offset, ByteBuffer source);

    /** Fills the remaining bytes of {@code target} from the device. */
    void read(DeviceBuffer source, long offset, ByteBuffer target);

    /** Starts a kernel on {@code blocks} blocks of {@code threads} threads. */
    void launch(String kernel, int blocks, int threads, DeviceBuffer arguments, int argument);

    /** Waits until all launches are done. */
    void finish();

    /** Gives everything back. */
    @Override
    void close();
}
