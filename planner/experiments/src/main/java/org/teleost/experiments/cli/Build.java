package org.teleost.experiments.cli;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.teleost.experiments.report.Versions;

/** Tells builds apart: the version, and what the launcher or the class path says of the rest. */
final class Build {
    private Build() {}

    /** Equal on machines with the same build. */
    static String name() {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            File file = new File(entry);
            if (file.getName().startsWith("teleost-") && file.isFile()) {
                jars.add(file.getName() + " " + file.length());
            }
        }
        jars.sort(null);
        CRC32 sum = new CRC32();
        sum.update(String.join("\n", jars).getBytes(StandardCharsets.UTF_8));
        return Versions.teleostVersion() + (jars.isEmpty() ? "" : String.format("-%08x", sum.getValue()));
    }
}
