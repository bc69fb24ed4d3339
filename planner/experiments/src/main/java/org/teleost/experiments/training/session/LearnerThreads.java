package org.teleost.experiments.training.session;

import java.util.function.Consumer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.teleost.learn.network.BlasKernel;
import org.teleost.learn.network.Processor;

/**
 * Threads of the learner's matrix products. The environment variables OMP_NUM_THREADS and OPENBLAS_NUM_THREADS set them
 * for a process before it starts; this sets them later, for both libraries.
 */
public final class LearnerThreads {
    private LearnerThreads() {}

    /** Loads the native libraries and sets their threads; {@code notice} hears why a GPU is not used. */
    public static void use(int threads, Consumer<String> notice) {
        LearnerBackend.load(notice);
        warnOfGenericKernels(notice);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
        openblas_nolapack.blas_set_num_threads(threads);
    }

    private static void warnOfGenericKernels(Consumer<String> notice) {
        BlasKernel kernel = BlasKernel.inUse();
        if (kernel.genericOn(Processor.flags())) {
            notice.accept("matrix products run on the " + kernel.text() + " kernels of OpenBLAS "
                    + BlasKernel.version() + ", made for old processors; 'teleost doctor' says how much faster this one"
                    + " could be and what to set");
        }
    }
}
