package org.teleost.cuda.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceBuffer;

/** A device that notes what travels between it and the host, and what was not given back. */
final class CountingDevice implements Device {
    private final Device device;
    private final Set<Long> held = new HashSet<>();
    private final List<Long> writes = new ArrayList<>();
    private final List<Long> reads = new ArrayList<>();
    private boolean closed;

    CountingDevice(Device device) {
        this.device = device;
    }

    /** Forgets the transfers so far. */
    void mark() {
        writes.clear();
        reads.clear();
    }

    /** Sizes of the transfers to the device since the mark. */
    List<Long> writes() {
        return writes;
    }

    /** Sizes of the transfers to the host since the mark. */
    List<Long> reads() {
        return reads;
    }

    /** Bytes to the host since the mark. */
    long bytesRead() {
        return reads.stream().mapToLong(Long::longValue).sum();
    }

    /** Buffers that nobody released. */
    int held() {
        return held.size();
    }

    boolean closed() {
        return closed;
    }

    @Override
    public String description() {
        return device.description();
    }

    @Override
    public DeviceBuffer allocate(long bytes) {
        DeviceBuffer buffer = device.allocate(bytes);
        held.add(buffer.address());
        return buffer;
    }

    @Override
    public void release(DeviceBuffer buffer) {
        if (!held.remove(buffer.address())) {
            throw new AssertionError("released twice: " + buffer);
        }
        device.release(buffer);
    }

    @Override
    public void write(DeviceBuffer target, long offset, ByteBuffer source) {
        writes.add((long) source.remaining());
        device.write(target, offset, source);
    }

    @Override
    public void read(DeviceBuffer source, long offset, ByteBuffer target) {
        reads.add((long) target.remaining());
        device.read(source, offset, target);
    }

    @Override
    public void launch(String kernel, int blocks, int threads, DeviceBuffer arguments, int argument) {
        device.launch(kernel, blocks, threads, arguments, argument);
    }

    @Override
    public void finish() {
        device.finish();
    }

    @Override
    public void close() {
        closed = true;
        device.close();
    }
}
