package org.teleost.cuda.gpu;

import java.util.Locale;
import java.util.Optional;
import org.teleost.cuda.device.DeviceException;
import org.teleost.storage.JavaCppFolder;

/**
 * What looking for a GPU came to.
 *
 * @param gpu the GPU to plan on, if any
 * @param obstacle why there is none, with a remedy; empty when there is
 */
record GpuSearch(Optional<Gpu> gpu, String obstacle) {
    /** The CUDA that PTX is made by. */
    private static final int LEAST_CUDA = 11_060;

    static GpuSearch of(GpuDriver driver) {
        try {
            JavaCppFolder.prepare();
            driver.load();
            return look(driver);
        } catch (DeviceException e) {
            return none("NVIDIA's driver refuses: " + e.getMessage());
        } catch (LinkageError | RuntimeException e) {
            return none(missing(firstLine(e)));
        }
    }

    private static GpuSearch look(GpuDriver driver) {
        int cuda = driver.cudaVersion();
        if (cuda < LEAST_CUDA) {
            return none("NVIDIA's driver knows CUDA up to " + version(cuda) + "; install one for " + version(LEAST_CUDA)
                    + " or newer");
        }
        if (driver.count() < 1) {
            return none("NVIDIA's driver finds no GPU");
        }
        Gpu gpu = driver.first();
        if (gpu.capability() < Gpu.LEAST_CAPABILITY) {
            return none(gpu.name() + " has compute capability " + Gpu.text(gpu.capability()) + "; "
                    + Gpu.text(Gpu.LEAST_CAPABILITY) + " or more is needed");
        }
        return new GpuSearch(Optional.of(gpu), "");
    }

    private static GpuSearch none(String obstacle) {
        return new GpuSearch(Optional.empty(), obstacle);
    }

    private static String version(int cuda) {
        return String.format(Locale.ROOT, "%d.%d", cuda / 1000, cuda % 1000 / 10);
    }

    /** The driver brings libcuda (nvcuda on Windows), the class path all others. */
    private static String missing(String reason) {
        return reason.contains("libcuda.") || reason.contains("nvcuda")
                ? "NVIDIA's driver is not installed (" + reason + "); install it"
                : "CUDA's libraries can't be loaded (" + reason
                        + "); put nd4j-cuda with its libraries on the class path, see docs/cuda.md";
    }

    /** First line of the innermost cause, without the path of the library that asked for another. */
    static String firstLine(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return text.lines().findFirst().orElse(text).replaceFirst("^\\S*[/\\\\]\\S*: ", "");
    }
}
