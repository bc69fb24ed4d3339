package org.teleost.experiments.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.teleost.experiments.config.ConfigException;
import org.teleost.live.FeedAddress;

/** Where a command listens, and what keeps strangers out. */
final class ListenAddress {
    private static final int SHORTEST_TOKEN = 16;

    private ListenAddress() {}

    /**
     * The address of an option's value: this machine's own unless it names another.
     *
     * @param guarded whether clients need a token; without one only programs of this machine may connect
     * @throws ConfigException for an address that is none, that nobody knows, or that is open to all without a token
     */
    static InetSocketAddress of(String option, String value, boolean guarded) {
        InetSocketAddress address;
        try {
            address = FeedAddress.parse(value).socketAddress();
        } catch (IllegalArgumentException e) {
            throw new ConfigException(option + ": " + e.getMessage(), e);
        }
        if (address.isUnresolved()) {
            throw new ConfigException(option + " " + value + ": nobody knows the host");
        }
        if (!guarded && !address.getAddress().isLoopbackAddress()) {
            throw new ConfigException(option + " " + value + " is open to other machines, which needs a token; give a"
                    + " port alone for this machine's programs, or --token-file FILE");
        }
        return address;
    }

    /** The token in a file, of at least 16 characters. */
    static String token(Path file) throws IOException {
        String token = Files.readString(file).strip();
        if (token.length() < SHORTEST_TOKEN || !token.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new ConfigException("--token-file " + file + ": a token is one word of at least " + SHORTEST_TOKEN
                    + " printable characters; make one with: openssl rand -hex 32 > " + file);
        }
        return token;
    }
}
