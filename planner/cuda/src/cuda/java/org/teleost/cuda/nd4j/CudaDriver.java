package org.teleost.cuda.nd4j;

import static org.bytedeco.cuda.global.cudart.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR;
import static org.bytedeco.cuda.global.cudart.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR;
import static org.bytedeco.cuda.global.cudart.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT;
import static org.bytedeco.cuda.global.cudart.cuCtxSetCurrent;
import static org.bytedeco.cuda.global.cudart.cuDeviceGet;
import static org.bytedeco.cuda.global.cudart.cuDeviceGetAttribute;
import static org.bytedeco.cuda.global.cudart.cuDeviceGetCount;
import static org.bytedeco.cuda.global.cudart.cuDeviceGetName;
import static org.bytedeco.cuda.global.cudart.cuDevicePrimaryCtxRetain;
import static org.bytedeco.cuda.global.cudart.cuDriverGetVersion;
import static org.bytedeco.cuda.global.cudart.cuInit;
import static org.bytedeco.cuda.global.cudart.cuMemGetInfo;

import java.nio.charset.StandardCharsets;
import org.bytedeco.cuda.cudart.CUctx_st;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.cuda.global.nvrtc;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.SizeTPointer;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.gpu.Gpu;
import org.teleost.cuda.gpu.GpuDriver;
import org.teleost.cuda.source.ProgramSource;

/** NVIDIA's driver, through JavaCPP's presets. All use of the GPU is in its primary context, the one that ND4J uses. */
final class CudaDriver implements GpuDriver {
    private static final int DEVICE = 0;
    private static final int NAME_BYTES = 256;

    private volatile CUctx_st context;
    private volatile Gpu gpu;

    @Override
    public void load() {
        Loader.load(cudart.class);
        Loader.load(nvrtc.class);
    }

    @Override
    public int cudaVersion() {
        int[] value = new int[1];
        Cuda.check(cuDriverGetVersion(value), "asking for the driver's version");
        return value[0];
    }

    @Override
    public int count() {
        Cuda.check(cuInit(0), "starting CUDA");
        int[] value = new int[1];
        Cuda.check(cuDeviceGetCount(value), "counting GPUs");
        return value[0];
    }

    @Override
    public Gpu first() {
        int[] value = new int[1];
        Cuda.check(cuDeviceGet(value, DEVICE), "opening the GPU");
        int device = value[0];
        String name = name(device);
        int capability = 10 * attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR, device)
                + attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR, device);
        int multiprocessors = attribute(CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT, device);
        CUctx_st primary = new CUctx_st();
        Cuda.check(cuDevicePrimaryCtxRetain(primary, device), "opening a context on " + name);
        context = primary;
        gpu = new Gpu(name, multiprocessors, capability);
        return gpu;
    }

    private static String name(int device) {
        byte[] bytes = new byte[NAME_BYTES];
        Cuda.check(cuDeviceGetName(bytes, NAME_BYTES, device), "asking for the GPU's name");
        String name = new String(bytes, StandardCharsets.UTF_8);
        return name.substring(0, name.indexOf('\0'));
    }

    private static int attribute(int which, int device) {
        int[] value = new int[1];
        Cuda.check(cuDeviceGetAttribute(value, which, device), "asking for attribute " + which);
        return value[0];
    }

    /** The name of {@link #first}. */
    String name() {
        return gpu.name();
    }

    /** Makes the context that of the calling thread. */
    void use() {
        Cuda.check(cuCtxSetCurrent(context), "switching to " + name());
    }

    @Override
    public long[] memory() {
        use();
        try (SizeTPointer free = new SizeTPointer(1);
                SizeTPointer all = new SizeTPointer(1)) {
            Cuda.check(cuMemGetInfo(free, all), "asking for the memory of " + name());
            return new long[] {free.get(), all.get()};
        }
    }

    @Override
    public Device open(ProgramSource source) {
        use();
        CudaMemory memory = gpu.runsNd4j() ? new Nd4jMemory() : new DriverMemory();
        return new CudaDevice(this, memory, source);
    }
}
