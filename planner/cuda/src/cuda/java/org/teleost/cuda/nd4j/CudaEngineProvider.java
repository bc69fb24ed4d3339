package org.teleost.cuda.nd4j;

import org.teleost.cuda.gpu.GpuEngineProvider;
import org.teleost.cuda.gpu.GpuLookup;

/** The engine {@code cuda} by NVIDIA's driver, ND4J's memory and NVRTC. */
public final class CudaEngineProvider extends GpuEngineProvider {
    private static final GpuLookup LOOKUP = new GpuLookup(new CudaDriver());

    /** For ServiceLoader, which makes one whenever engines are asked for. */
    public CudaEngineProvider() {
        super(LOOKUP);
    }
}
