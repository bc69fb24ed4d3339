package org.teleost.experiment.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A place in a network.
 *
 * @param host name or address
 * @param port 0 to 65535; 0 is any free one
 */
public record ClusterAddress(String host, int port) {
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Reads {@code [HOST:]PORT}; without a host it is this machine's loopback.
     *
     * @param option where the text comes from, for the message
     * @throws IllegalArgumentException naming option, value, range and way out
     */
    public static ClusterAddress parse(String option, String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? LOOPBACK : text.substring(0, colon);
        String port = text.substring(colon + 1);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isEmpty() || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
            throw new IllegalArgumentException(option + " '" + text
                    + "' is no address; write [HOST:]PORT with a port from 0 to 65535, for example 7400 or"
                    + " 10.0.0.5:7400");
        }
        return new ClusterAddress(host, Integer.parseInt(port));
    }

    /**
     * Whether only programs of this machine reach it.
     *
     * @throws IllegalArgumentException if the name is unknown
     */
    public boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "host '" + host + "' is unknown; name one that this machine's resolver"
                            + " knows, or write its address",
                    e);
        }
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
