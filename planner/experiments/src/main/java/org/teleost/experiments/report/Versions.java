package org.teleost.experiments.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** What ran where: enough to judge whether two measurements compare. */
public record Versions(
        String teleost, String java, String vm, String os, String architecture, int cores, long maxHeapBytes) {

    /** This process. */
    public static Versions current() {
        Runtime runtime = Runtime.getRuntime();
        return new Versions(
                teleostVersion(),
                System.getProperty("java.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                runtime.availableProcessors(),
                runtime.maxMemory());
    }

    /** From the jar's manifest; {@code development} when run from class files. */
    public static String teleostVersion() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Names and values in order. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("teleost", teleost);
        values.put("java", java);
        values.put("vm", vm);
        values.put("os", os);
        values.put("architecture", architecture);
        values.put("cores", cores);
        values.put("maxHeapBytes", maxHeapBytes);
        return values;
    }
}
