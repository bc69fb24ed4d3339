package org.teleost.cuda.gpu;

import java.nio.ByteBuffer;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.source.ProgramSource;

/** A driver and a GPU out of thin air; every field is something that may be wrong with them. */
final class FakeDriver implements GpuDriver {
    Throwable library;
    int cuda = 12_020;
    RuntimeException count;
    int gpus = 1;
    int capability = 89;
    RuntimeException memory;
    Throwable opening;
    int loads;
    int devicesOpen;

    @Override
    public void load() {
        loads++;
        fail(library);
    }

    @Override
    public int cudaVersion() {
        return cuda;
    }

    @Override
    public int count() {
        fail(count);
        return gpus;
    }

    @Override
    public Gpu first() {
        return new Gpu("Fake GPU", 132, capability);
    }

    @Override
    public long[] memory() {
        fail(memory);
        return new long[] {1_500_000_000L, 141_000_000_000L};
    }

    @Override
    public Device open(ProgramSource source) {
        fail(opening);
        devicesOpen++;
        return new FullDevice();
    }

    private static void fail(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        } else if (fault instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** A device without room. */
    private final class FullDevice implements Device {
        @Override
        public String description() {
            return "full";
        }

        @Override
        public DeviceBuffer allocate(long bytes) {
            throw new DeviceException("no memory for bytes=" + bytes + " on Fake GPU; give the tree less (--memory)");
        }

        @Override
        public void release(DeviceBuffer buffer) {
            throw new AssertionError();
        }

        @Override
        public void write(DeviceBuffer target, long offset, ByteBuffer source) {
            throw new AssertionError();
        }

        @Override
        public void read(DeviceBuffer source, long offset, ByteBuffer target) {
            throw new AssertionError();
        }

        @Override
        public void launch(String kernel, int blocks, int threads, DeviceBuffer arguments, int argument) {
            throw new AssertionError();
        }

        @Override
        public void finish() {}

        @Override
        public void close() {
            devicesOpen--;
        }
    }
}
