package org.teleost.learn.network;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.teleost.storage.JavaCppFolder;

/**
 * The kernels of OpenBLAS that multiply the networks' matrices. OpenBLAS chooses a set for the processor when it is
 * loaded, a generic one for a processor newer than itself; the environment variable {@link #VARIABLE} overrides that.
 */
public enum BlasKernel {
    SAPPHIRERAPIDS("SapphireRapids", "avx512f avx512_bf16 amx_tile"),
    COOPERLAKE("Cooperlake", "avx512f avx512_bf16"),
    SKYLAKEX("SkylakeX", "avx512f avx512vl"),
    ZEN("Zen", "avx2 fma"),
    HASWELL("Haswell", "avx2 fma"),
    EXCAVATOR("Excavator", "avx"),
    STEAMROLLER("Steamroller", "avx"),
    PILEDRIVER("Piledriver", "avx"),
    BULLDOZER("Bulldozer", "avx"),
    SANDYBRIDGE("Sandybridge", "avx"),
    BARCELONA("Barcelona", ""),
    NEHALEM("Nehalem", ""),
    CORE2("Core2", ""),
    PRESCOTT("Prescott", ""),
    /** Of another family of processors, or of a library that doesn't say. */
    UNKNOWN("unknown", "");

    /** Names the kernels that a process is to use. */
    public static final String VARIABLE = "OPENBLAS_CORETYPE";

    private static final int ROWS = 128;
    private static final int UNITS = 256;
    private static final double FLOP = 2.0 * ROWS * UNITS * UNITS;
    private static final int PRODUCTS_PER_BLOCK = 8;

    private final String text;
    /** Instruction sets beyond the oldest, with spaces between them. */
    private final String needs;

    BlasKernel(String text, String needs) {
        this.text = text;
        this.needs = needs;
    }

    /** The name as {@link #VARIABLE} takes it. */
    public String text() {
        return text;
    }

    /** The kernels in use; loads OpenBLAS. */
    public static BlasKernel inUse() {
        JavaCppFolder.prepare();
        Loader.load(openblas_nolapack.class);
        // a pointer to one of the tables gotoblas_NAME; both are exported
        Pointer chosen = Loader.addressof("gotoblas");
        if (chosen != null) {
            long table = new LongPointer(chosen).get();
            for (BlasKernel kernel : values()) {
                Pointer own = Loader.addressof("gotoblas_" + kernel.name());
                if (own != null && own.address() == table) {
                    return kernel;
                }
            }
        }
        return UNKNOWN;
    }

    /** The version of OpenBLAS and of its binding, {@code 0.3.31-1.5.13}. */
    public static String version() {
        try {
            return Loader.getVersion("org.bytedeco", "openblas");
        } catch (IOException e) {
            return "of unknown version";
        }
    }

    /**
     * Whether a processor can run these kernels.
     *
     * @param flags of the processor, as Linux names them
     */
    public boolean runsOn(Set<String> flags) {
        return needs.isEmpty() || flags.containsAll(List.of(needs.split(" ")));
    }

    /** The kernels worth trying on a processor: those that use its widest vectors, and those for any with AVX2. */
    public static List<BlasKernel> worthTrying(Set<String> flags) {
        List<BlasKernel> found = new ArrayList<>();
        for (BlasKernel kernel : values()) {
            if (kernel.compareTo(HASWELL) <= 0 && kernel.runsOn(flags)) {
                found.add(kernel);
            }
        }
        return found;
    }

    /** Whether these are kernels of old processors while this one has vectors of 256 bits and more. */
    public boolean genericOn(Set<String> flags) {
        return this != UNKNOWN && compareTo(HASWELL) > 0 && HASWELL.runsOn(flags);
    }

    /**
     * Measures the product that dominates an update of 256 units and batch 128, on one thread.
     *
     * @param seconds to measure
     * @return 1e9 floating point operations per second, in the best of many short stretches
     */
    public static double gigaflops(double seconds) {
        double best = 0.0;
        try (FloatPointer a = new FloatPointer((long) ROWS * UNITS);
                FloatPointer b = new FloatPointer((long) UNITS * UNITS);
                FloatPointer c = new FloatPointer((long) ROWS * UNITS)) {
            a.zero();
            b.zero();
            c.zero();
            openblas_nolapack.blas_set_num_threads(1);
            long end = System.nanoTime() + (long) (1e9 * seconds);
            do {
                long start = System.nanoTime();
                for (int i = 0; i < PRODUCTS_PER_BLOCK; i++) {
                    cblas_sgemm(
                            CblasRowMajor,
                            CblasNoTrans,
                            CblasNoTrans,
                            ROWS,
                            UNITS,
                            UNITS,
                            1f,
                            a,
                            UNITS,
                            b,
                            UNITS,
                            0f,
                            c,
                            UNITS);
                }
                best = Math.max(best, PRODUCTS_PER_BLOCK * FLOP / (System.nanoTime() - start));
            } while (System.nanoTime() < end);
        }
        return best;
    }

    /** The kernels of this name. */
    public static BlasKernel of(String text) {
        for (BlasKernel kernel : values()) {
            if (kernel.name().equals(text.toUpperCase(Locale.ROOT))) {
                return kernel;
            }
        }
        return UNKNOWN;
    }
}
