package org.teleost.experiments.doctor;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.teleost.experiments.config.ByteSize;

/** The computer: cores, load, memory, clock. */
final class Machine {
    private static final int SLEEPS = 50;
    private static final long SLEEP_NANOS = 100_000;

    private Machine() {}

    static List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch")));
        int cores = Runtime.getRuntime().availableProcessors();
        findings.add(Finding.ok("cores", Integer.toString(cores)));
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        findings.add(load(load, cores));
        memory(findings);
        findings.add(clock());
        findings.add(sleep());
        return findings;
    }

    static Finding load(double load, int cores) {
        if (load < 0) {
            return Finding.ok("load", "unknown");
        }
        String text = String.format(Locale.ROOT, "%.2f over the last minute", load);
        return load <= 0.5 * cores
                ? Finding.ok("load", text)
                : Finding.warning("load", text, "other programs are busy: decisions will be slower and later");
    }

    private static void memory(List<Finding> findings) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            findings.add(Finding.ok(
                    "memory",
                    ByteSize.text(system.getTotalMemorySize()) + ", " + ByteSize.text(system.getFreeMemorySize())
                            + " free"));
        }
    }

    /** Smallest step that the nanosecond clock was seen to make. */
    private static Finding clock() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 100_000; i++) {
            long before = System.nanoTime();
            long step = System.nanoTime() - before;
            if (step > 0) {
                least = Math.min(least, step);
            }
        }
        String text = least + " ns";
        return least <= 10_000
                ? Finding.ok("clock resolution", text)
                : Finding.warning("clock resolution", text, "deadlines can't be kept more precisely than this");
    }

    /** How late a short sleep ends: tells busy or throttled machines. */
    private static Finding sleep() {
        long[] late = new long[SLEEPS];
        for (int i = 0; i < SLEEPS; i++) {
            long start = System.nanoTime();
            LockSupport.parkNanos(SLEEP_NANOS);
            late[i] = System.nanoTime() - start - SLEEP_NANOS;
        }
        Arrays.sort(late);
        String text = String.format(
                Locale.ROOT,
                "%.2f ms late in the median, %.2f ms at worst",
                late[SLEEPS / 2] / 1e6,
                late[SLEEPS - 1] / 1e6);
        return late[SLEEPS - 1] < 5_000_000
                ? Finding.ok("scheduling", text)
                : Finding.warning("scheduling", text, "the system is busy or throttled: deadlines will be missed");
    }
}
