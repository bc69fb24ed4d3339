package org.teleost.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This module's class path is that of the default launcher without problems and viewer. */
class ClassPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/bytedeco/cuda/global/cudart.class",
                "org/nd4j/linalg/jcublas/JCublasBackend.class",
                "org/nd4j/linalg/jcublas/bindings/Nd4jCuda.class",
                "org/teleost/cuda/engine/DeviceEngine.class"
            })
    void noClassOfCudaIsOnIt(String resource) {
        assertThat(ClassPathTest.class.getClassLoader().getResource("org/nd4j/linalg/cpu/nativecpu/CpuBackend.class"))
                .isNotNull();
        assertThat(ClassPathTest.class.getClassLoader().getResource(resource)).isNull();
    }
}
