package org.teleost.experiments.doctor;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        BlasKernel used = found.get().kernel();
        BlasKernel chosen =
                set.isEmpty() ? used : probe.apply("").map(Measured::kernel).orElse(used);
        Map<BlasKernel, Double> speeds = new EnumMap<>(BlasKernel.class);
        speeds.put(used, found.get().gigaflops());
        Set<BlasKernel> kernels = EnumSet.of(chosen);
        kernels.addAll(BlasKernel.worthTrying(flags));
        kernels.remove(used);
        Finding finding = null;
        // what would be a warning is measured once more: another program may have been busy
        for (int round = 0; round == 0 || (round == 1 && finding.level() != Finding.Level.OK); round++) {
            if (round > 0) {
                measure(set, used, probe, speeds);
            }
            for (BlasKernel kernel : kernels) {
                measure(kernel.text(), kernel, probe, speeds);
            }
            finding = judge(used, chosen, speeds, version);
        }
        return finding;
    }

    /** Keeps the best that was measured of a kernel. */
    private static void measure(
            String type,
            BlasKernel kernel,
            Function<String, Optional<Measured>> probe,
            Map<BlasKernel, Double> speeds) {
        probe.apply(type)
                .filter(measured -> measured.kernel() == kernel)
                .ifPresent(measured -> speeds.merge(kernel, measured.gigaflops(), Math::max));
    }

    private static Finding judge(BlasKernel used, BlasKernel chosen, Map<BlasKernel, Double> speeds, String version) {
        List<BlasKernel> others = speeds.keySet().stream()
                .filter(kernel -> kernel != used)
                .sorted(Comparator.comparing(speeds::get).reversed())
                .toList();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s kernels of OpenBLAS %s: %.0f GFLOP/s on one thread",
                used.text(),
                version,
                speeds.get(used)));
        String separator = " (";
        for (BlasKernel other : others) {
            text.append(String.format(Locale.ROOT, "%s%s %.0f", separator, other.text(), speeds.get(other)));
            separator = ", ";
        }
        text.append(others.isEmpty() ? "" : ")");
        double most = others.isEmpty() ? 0.0 : speeds.get(others.get(0));
        if (most < WORTH_IT * speeds.get(used)) {
            return Finding.ok(NAME, text.toString());
        }
        boolean choiceIsFine = chosen != used && most < WORTH_IT * speeds.getOrDefault(chosen, 0.0);
        String remedy = choiceIsFine
                ? "unset " + BlasKernel.VARIABLE
                : "set " + BlasKernel.VARIABLE + "=" + others.get(0).text() + " in the environment";
        return Finding.warning(
                NAME,
                text.toString(),
                String.format(
                        Locale.ROOT,
                        "matrix products of training could be %.1f times as fast: %s",
                        most / speeds.get(used),
                        remedy));
    }
}
