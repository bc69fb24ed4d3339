package org.teleost.cuda.gpu;

import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.source.ProgramSource;

/**
 * What is asked of a GPU's driver, in this order. Refusals are {@link DeviceException}s with the driver's words; the
 * libraries behind it may also throw errors of linking and exceptions of their own.
 */
public interface GpuDriver {
    /** Loads all libraries; throws {@link LinkageError} when one is missing. */
    void load();

    /** The newest CUDA that the driver knows, 1000 * major + 10 * minor. */
    int cudaVersion();

    /** Number of GPUs. */
    int count();

    /** The first GPU, ready to be used. */
    Gpu first();

    /** Free and all bytes of its memory. */
    long[] memory();

    /** The first GPU with a program loaded. */
    Device open(ProgramSource source);
}
