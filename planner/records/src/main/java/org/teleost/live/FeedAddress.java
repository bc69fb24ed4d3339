package org.teleost.live;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a feed is published.
 *
 * @param host name or address, empty for the loopback address of this machine
 * @param port TCP port, 0 for any free one when publishing
 */
public record FeedAddress(String host, int port) {
    private static final Pattern TEXT = Pattern.compile("(?:(\\[[0-9a-fA-F:.%\\w]+]|[^:\\s\\[\\]]+):)?(\\d{1,6})");
    private static final int LAST_PORT = 65_535;

    public FeedAddress {
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException(
                    "port=" + port + "; allowed range 1 to " + LAST_PORT + ", or 0 to publish on any free port");
        }
    }

    /** Parses {@code PORT}, {@code HOST:PORT} or {@code [IPV6]:PORT}. */
    public static FeedAddress parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "address '" + text + "' is not understood; write HOST:PORT or a port alone: 127.0.0.1:7070, 7070");
        }
        String host = matcher.group(1) == null ? "" : matcher.group(1);
        return new FeedAddress(host.replace("[", "").replace("]", ""), Integer.parseInt(matcher.group(2)));
    }

    /** The address as sockets take it; unresolved when nobody knows the host. */
    public InetSocketAddress socketAddress() {
        return host.isEmpty()
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                : new InetSocketAddress(host, port);
    }

    @Override
    public String toString() {
        String name = host.isEmpty() ? InetAddress.getLoopbackAddress().getHostAddress() : host;
        return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }
}
