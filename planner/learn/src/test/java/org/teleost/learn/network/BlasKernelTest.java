package org.teleost.learn.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlasKernelTest {
    private static final Set<String> OLD = Set.of("sse3", "avx");
    private static final Set<String> AVX2 = Set.of("avx", "avx2", "fma");
    private static final Set<String> WIDE = Set.of("avx", "avx2", "fma", "avx512f", "avx512vl");

    @Test
    void kernelsOfOldProcessorsAreGenericOnNewOnesAlone() {
        assertThat(BlasKernel.BARCELONA.genericOn(AVX2)).isTrue();
        assertThat(BlasKernel.EXCAVATOR.genericOn(AVX2)).isTrue();
        assertThat(BlasKernel.BARCELONA.genericOn(OLD)).isFalse();
        assertThat(BlasKernel.HASWELL.genericOn(WIDE)).isFalse();
        assertThat(BlasKernel.UNKNOWN.genericOn(WIDE)).isFalse();
    }

    @Test
    void onlyWhatTheProcessorCanRunIsTried() {
        assertThat(BlasKernel.worthTrying(OLD)).isEmpty();
        assertThat(BlasKernel.worthTrying(AVX2)).containsExactly(BlasKernel.ZEN, BlasKernel.HASWELL);
        assertThat(BlasKernel.worthTrying(WIDE))
                .containsExactly(BlasKernel.SKYLAKEX, BlasKernel.ZEN, BlasKernel.HASWELL);
        assertThat(BlasKernel.SKYLAKEX.runsOn(AVX2)).isFalse();
    }

    @Test
    void theKernelsInUseRunHere() {
        Set<String> flags = Processor.flags();
        BlasKernel kernel = BlasKernel.inUse();
        if (!flags.isEmpty() && kernel != BlasKernel.UNKNOWN) {
            assertThat(kernel.runsOn(flags)).isTrue();
        }
        assertThat(BlasKernel.of(kernel.text())).isSameAs(kernel);
        assertThat(BlasKernel.version()).matches("0\\.3\\..*");
        // no core is slower than one operation a nanosecond, none faster than a thousand
        assertThat(BlasKernel.gigaflops(0.02)).isBetween(1.0, 1000.0);
    }

    @Test
    void flagsAreThoseOfTheFirstProcessor() {
        assertThat(Processor.flags(Stream.of("processor : 0", "flags\t\t: fpu  avx2", "flags : sse")))
                .containsExactlyInAnyOrder("fpu", "avx2");
        assertThat(Processor.flags(Stream.of("Features : asimd"))).isEmpty();
    }
}
