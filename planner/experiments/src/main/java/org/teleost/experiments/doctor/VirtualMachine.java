package org.teleost.experiments.doctor;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.teleost.experiments.config.ByteSize;

/** The Java virtual machine and how it was started. */
final class VirtualMachine {
    private static final int LEAST_VERSION = 17;
    private static final long LEAST_HEAP = 700L << 20;

    private VirtualMachine() {}

    static List<Finding> findings(List<String> arguments, String mode) {
        List<Finding> findings = new ArrayList<>();
        String version = Runtime.version() + " (" + System.getProperty("java.vm.name") + ", "
                + System.getProperty("java.home") + ")";
        findings.add(
                Runtime.version().feature() >= LEAST_VERSION
                        ? Finding.ok("java", version)
                        : Finding.problem("java", version, "Java 17 or newer is needed"));
        findings.add(mode(arguments, mode));
        findings.add(agents(arguments));
        findings.add(heap());
        List<String> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .toList();
        findings.add(Finding.ok("garbage collector", String.join(", ", collectors)));
        return findings;
    }

    static Finding mode(List<String> arguments, String mode) {
        if (mode.contains("interpreted")) {
            return Finding.warning("compiler", mode, "byte code is interpreted, 20 to 50 times slower: remove -Xint");
        }
        for (String argument : arguments) {
            if (argument.startsWith("-XX:TieredStopAtLevel=") && !argument.endsWith("=4")) {
                return Finding.warning("compiler", argument, "the optimising compiler is off: remove this option");
            }
        }
        return Finding.ok("compiler", mode);
    }

    static Finding agents(List<String> arguments) {
        List<String> agents = arguments.stream()
                .filter(a -> a.startsWith("-agentlib:")
                        || a.startsWith("-agentpath:")
                        || a.startsWith("-javaagent:")
                        || a.equals("-Xdebug")
                        || a.startsWith("-Xrunjdwp"))
                .toList();
        return agents.isEmpty()
                ? Finding.ok("agents", "none")
                : Finding.warning(
                        "agents", String.join(" ", agents), "debuggers and profilers slow planning: remove them");
    }

    private static Finding heap() {
        long heap = Runtime.getRuntime().maxMemory();
        return heap >= LEAST_HEAP
                ? Finding.ok("heap", ByteSize.text(heap) + " at most")
                : Finding.warning(
                        "heap",
                        ByteSize.text(heap) + " at most",
                        "the default tree takes 256m, a belief up to 100m more: use -Xmx1g or a smaller --memory");
    }
}
