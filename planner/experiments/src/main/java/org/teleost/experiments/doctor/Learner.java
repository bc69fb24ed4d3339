package org.teleost.experiments.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.teleost.experiments.doctor.KernelProbe.Measured;
import org.teleost.learn.network.BlasKernel;
import org.teleost.learn.network.Processor;

/**
 * How fast the learner's matrix products are, beside what the same core does with other kernels of the same library.
 */
final class Learner {
    private static final String NAME = "learner";

    /** Kernels this much faster are worth a word; the clock of a core varies by less. */
    private static final double WORTH_IT = 1.2;

    private Learner() {}

    static Finding finding() {
        String set = System.getenv().getOrDefault(BlasKernel.VARIABLE, "");
        return finding(set, Processor.flags(), BlasKernel.version(), KernelProbe::run);
    }

    /**
     * What to say of the kernels in use.
     *
     * @param set value of {@link BlasKernel#VARIABLE}; empty if there is none
     * @param flags of the processor
     * @param probe measures with that variable set to its argument
     */
    static Finding finding(String set, Set<String> flags, String version, Function<String, Optional<Measured>> probe) {
        BlasKernel asked = BlasKernel.of(set);
        if (!flags.isEmpty() && !asked.runsOn(flags)) {
            return Finding.warning(
                    NAME,
                    BlasKernel.VARIABLE + "=" + set + " asks for kernels that this processor can't run",
                    "training would end the process: unset " + BlasKernel.VARIABLE);
        }
        Optional<Measured> found = probe.apply(set);
        if (found.isEmpty()) {
            return Finding.warning(
                    NAME,
                    "OpenBLAS " + version + " can't be tried out",
                    "training may not work here; planning does not need it");
        }
        Measured used = found.get();
        List<Measured> others = new ArrayList<>();
        Optional<Measured> chosen = set.isEmpty() ? found : probe.apply("");
        chosen.filter(other -> other.kernel() != used.kernel()).ifPresent(others::add);
        for (BlasKernel kernel : BlasKernel.worthTrying(flags)) {
            if (kernel != used.kernel() && others.stream().noneMatch(other -> other.kernel() == kernel)) {
                probe.apply(kernel.text())
                        .filter(other -> other.kernel() == kernel)
                        .ifPresent(others::add);
            }
        }
        return judge(used, chosen.orElse(used), others, version);
    }

    private static Finding judge(Measured used, Measured chosen, List<Measured> others, String version) {
        others.sort(Comparator.comparingDouble(Measured::gigaflops).reversed());
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s kernels of OpenBLAS %s: %.0f GFLOP/s on one thread",
                used.kernel().text(),
                version,
                used.gigaflops()));
        String separator = " (";
        for (Measured other : others) {
            text.append(String.format(
                    Locale.ROOT, "%s%s %.0f", separator, other.kernel().text(), other.gigaflops()));
            separator = ", ";
        }
        text.append(others.isEmpty() ? "" : ")");
        double most = others.isEmpty() ? 0.0 : others.get(0).gigaflops();
        if (most < WORTH_IT * used.gigaflops()) {
            return Finding.ok(NAME, text.toString());
        }
        String remedy = chosen.kernel() != used.kernel() && most < WORTH_IT * chosen.gigaflops()
                ? "unset " + BlasKernel.VARIABLE
                : "set " + BlasKernel.VARIABLE + "=" + others.get(0).kernel().text() + " in the environment";
        return Finding.warning(
                NAME,
                text.toString(),
                String.format(
                        Locale.ROOT,
                        "matrix products of training could be %.1f times as fast: %s",
                        most / used.gigaflops(),
                        remedy));
    }
}
