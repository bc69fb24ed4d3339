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
import static org.bytedeco.cuda.global.cudart.cuInit;
import static org.bytedeco.cuda.global.cudart.cuMemGetInfo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.cuda.cudart.CUctx_st;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.cuda.global.nvrtc;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.SizeTPointer;
import org.teleost.cuda.device.DeviceException;

/**
 * The first GPU of this machine, found once.
 *
 * @param name as the driver calls it
 * @param multiprocessors number of streaming multiprocessors
 * @param capability compute capability, 10 * major + minor
 * @param context the primary context, the one that ND4J uses
 */
record Gpu(String name, int multiprocessors, int capability, CUctx_st context) {
    /** PTX is made for this; the driver compiles it for whatever is newer. */
    static final int LEAST_CAPABILITY = 80;

    private static final int DEVICE = 0;
    private static final int NAME_BYTES = 256;

    /** What looking for a GPU came to: the one or the other. */
    private record Search(Optional<Gpu> gpu, String obstacle) {}

    /** Looks on first use; a driver does not appear while a program runs. */
    private static final class Holder {
        private static final Search FOUND = search();
    }

    /** Why there is no GPU to plan on; empty when there is. */
    static Optional<String> obstacle() {
        return Holder.FOUND.gpu().isPresent()
                ? Optional.empty()
                : Optional.of(Holder.FOUND.obstacle());
    }

    /** The GPU; throws {@link DeviceException} when there is none. */
    static Gpu first() {
        return Holder.FOUND.gpu().orElseThrow(() -> new DeviceException(Holder.FOUND.obstacle()));
    }

    private static Search search() {
        try {
            Loader.load(cudart.class);
            Loader.load(nvrtc.class);
            return look();
        } catch (LinkageError | RuntimeException e) {
            return none(reason(e));
        }
    }

    /** The first line of the innermost cause says which library is missing. */
    private static String reason(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        String first = text.lines().findFirst().orElse(text);
        return "CUDA's libraries can't be loaded (" + first
                + "); install NVIDIA's driver, and put nd4j-cuda with its libraries on the class path";
    }

    private static Search none(String obstacle) {
        return new Search(Optional.empty(), obstacle);
    }

    private static Search look() {
        Cuda.check(cuInit(0), "starting CUDA");
        int[] value = new int[1];
        Cuda.check(cuDeviceGetCount(value), "counting GPUs");
        if (value[0] < 1) {
            return none("NVIDIA's driver finds no GPU");
        }
        Cuda.check(cuDeviceGet(value, DEVICE), "opening the GPU");
        int device = value[0];
        byte[] bytes = new byte[NAME_BYTES];
        Cuda.check(cuDeviceGetName(bytes, NAME_BYTES, device), "asking for the GPU's name");
        String name = new String(bytes, StandardCharsets.UTF_8);
        name = name.substring(0, name.indexOf('\0'));
        int capability = 10 * attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR, device)
                + attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR, device);
        if (capability < LEAST_CAPABILITY) {
            return none(String.format(
                    Locale.ROOT,
                    "%s has compute capability %.1f; %.1f is needed",
                    name,
                    capability / 10.0,
                    LEAST_CAPABILITY / 10.0));
        }
        CUctx_st context = new CUctx_st();
        Cuda.check(cuDevicePrimaryCtxRetain(context, device), "opening a context on " + name);
        int multiprocessors = attribute(CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT, device);
        return new Search(Optional.of(new Gpu(name, multiprocessors, capability, context)), "");
    }

    private static int attribute(int which, int device) {
        int[] value = new int[1];
        Cuda.check(cuDeviceGetAttribute(value, which, device), "asking for attribute " + which);
        return value[0];
    }

    /** Makes the context that of the calling thread. */
    void use() {
        Cuda.check(cuCtxSetCurrent(context), "switching to " + name);
    }

    /** Free and all bytes of the GPU's memory. */
    long[] memory() {
        use();
        try (SizeTPointer free = new SizeTPointer(1);
                SizeTPointer all = new SizeTPointer(1)) {
            Cuda.check(cuMemGetInfo(free, all), "asking for the memory of " + name);
            return new long[] {free.get(), all.get()};
        }
    }
}
