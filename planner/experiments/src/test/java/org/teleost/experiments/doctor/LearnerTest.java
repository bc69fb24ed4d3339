package org.teleost.experiments.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.teleost.experiments.doctor.KernelProbe.Measured;
import org.teleost.learn.network.BlasKernel;

class LearnerTest {
    private static final Set<String> WIDE = Set.of("avx", "avx2", "fma", "avx512f", "avx512vl");
    private static final Map<String, Measured> NEW = Map.of(
            "", new Measured(BlasKernel.SKYLAKEX, 110),
            "Haswell", new Measured(BlasKernel.HASWELL, 70),
            "Zen", new Measured(BlasKernel.ZEN, 71),
            "wrong", new Measured(BlasKernel.SKYLAKEX, 110),
            "SkylakeX", new Measured(BlasKernel.SKYLAKEX, 112));
    private static final Map<String, Measured> OLD = Map.of(
            "", new Measured(BlasKernel.BARCELONA, 30),
            "Haswell", new Measured(BlasKernel.HASWELL, 70),
            "SkylakeX", new Measured(BlasKernel.SKYLAKEX, 112));

    private static Finding finding(String set, Map<String, Measured> speeds) {
        return Learner.finding(set, WIDE, "1.2", type -> Optional.ofNullable(speeds.get(type)));
    }

    @Test
    void theFastestKernelsAreFine() {
        Finding finding = finding("", NEW);
        assertThat(finding.level()).isEqualTo(Finding.Level.OK);
        assertThat(finding.value())
                .isEqualTo("SkylakeX kernels of OpenBLAS 1.2: 110 GFLOP/s on one thread (Zen 71, Haswell 70)");
        assertThat(finding("wrong", NEW).level()).isEqualTo(Finding.Level.OK);
    }

    @Test
    void aVariableThatSlowsDownIsToBeUnset() {
        Finding finding = finding("Haswell", NEW);
        assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
        assertThat(finding.value()).startsWith("Haswell kernels").endsWith("(SkylakeX 112, Zen 71)");
        assertThat(finding.advice())
                .isEqualTo("matrix products of training could be 1.6 times as fast: unset OPENBLAS_CORETYPE");
    }

    @Test
    void aLibraryThatDoesNotKnowTheProcessorIsToBeTold() {
        Finding finding = finding("", OLD);
        assertThat(finding.level()).isEqualTo(Finding.Level.WARNING);
        assertThat(finding.advice())
                .isEqualTo("matrix products of training could be 3.7 times as fast: set OPENBLAS_CORETYPE=SkylakeX in"
                        + " the environment");
        assertThat(finding("Haswell", OLD).advice()).contains("1.6 times").endsWith("=SkylakeX in the environment");
    }

    @Test
    void aBusyMomentIsNoReasonForAdvice() {
        int[] asked = {0};
        Finding finding = Learner.finding("", WIDE, "1.2", type -> {
            double share = asked[0]++ == 0 ? 0.3 : 1.0;
            return Optional.ofNullable(NEW.get(type))
                    .map(measured -> new Measured(measured.kernel(), share * measured.gigaflops()));
        });
        assertThat(finding.level()).isEqualTo(Finding.Level.OK);
        assertThat(finding.value()).contains("SkylakeX kernels of OpenBLAS 1.2: 110 GFLOP/s");
    }

    @Test
    void kernelsThatEndTheProcessAreNotTried() {
        Finding finding = Learner.finding("skylakex", Set.of("avx", "avx2", "fma"), "1.2", type -> {
            throw new AssertionError(type);
        });
        assertThat(finding.value()).startsWith("OPENBLAS_CORETYPE=skylakex asks for kernels");
        assertThat(finding.advice()).endsWith("unset OPENBLAS_CORETYPE");
        assertThat(finding("", Map.of()).level()).isEqualTo(Finding.Level.WARNING);
    }

    @Test
    void aProcessOfItsOwnMeasures() {
        assertThat(KernelProbe.run(""))
                .hasValueSatisfying(found -> assertThat(found.gigaflops()).isGreaterThan(1.0));
        assertThat(KernelProbe.parse("Zen 66.1")).contains(new Measured(BlasKernel.ZEN, 66.1));
        assertThat(KernelProbe.parse("Zen fast")).isEmpty();
        assertThat(KernelProbe.parse("")).isEmpty();
    }
}
