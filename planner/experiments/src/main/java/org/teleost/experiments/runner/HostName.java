package org.teleost.experiments.runner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine, without asking a network where the machine knows it. */
public final class HostName {
    private static final Path FILE = Path.of("/etc/hostname");
    private static final String OWN = find();

    private HostName() {}

    /** Letters, digits, dots and dashes. */
    public static String own() {
        return OWN;
    }

    private static String find() {
        String name = "";
        try {
            if (Files.isReadable(FILE)) {
                name = Files.readString(FILE, StandardCharsets.UTF_8).strip();
            }
            name = name.isEmpty() ? InetAddress.getLocalHost().getHostName() : name;
        } catch (UnknownHostException e) {
            name = "unknown";
        } catch (IOException e) {
            name = "";
        }
        String plain = name.replaceAll("[^A-Za-z0-9.-]", "-");
        return plain.isEmpty() ? "unknown" : plain;
    }
}
