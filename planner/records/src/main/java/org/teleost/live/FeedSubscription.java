package org.teleost.live;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * Copies the feed of another process into one of this process. When the planner ends, dies or falls silent for good,
 * the local feed ends with a text that says so and keeps what it has.
 */
public final class FeedSubscription implements AutoCloseable {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int GREETING_MILLIS = 3_000;

    private final FeedAddress address;
    private final Socket socket;
    private final FrameReader in;
    private final LiveFeed feed;
    private final String name;
    private final Thread thread;
    private volatile boolean closing;

    private FeedSubscription(FeedAddress address, Socket socket, FrameReader in, LiveFeed feed, String name) {
        this.address = address;
        this.socket = socket;
        this.in = in;
        this.feed = feed;
        this.name = name;
        thread = new Thread(this::copy, "teleost-subscription");
        thread.setDaemon(true);
    }

    /**
     * Attaches to a feed.
     *
     * @param feed where its records go
     * @throws CannotAttachException when nobody listens there, or what answers is no feed, or a newer one
     */
    public static FeedSubscription attach(FeedAddress address, LiveFeed feed) throws CannotAttachException {
        Socket socket = new Socket();
        try {
            connect(socket, address);
            FrameReader in = new FrameReader(new BufferedInputStream(socket.getInputStream(), 1 << 16));
            FrameReader.Greeting greeting = in.greeting();
            if (greeting.version() > FrameWriter.VERSION) {
                throw new CannotAttachException("the planner at " + address + " publishes version "
                        + greeting.version() + " of the live feed, this program reads up to version "
                        + FrameWriter.VERSION + "; use the newer Teleost of the two for watching");
            }
            if (greeting.status() != FrameWriter.WELCOME) {
                throw new CannotAttachException("the planner at " + address + " refused: " + greeting.text());
            }
            socket.setSoTimeout(0);
            FeedSubscription subscription = new FeedSubscription(address, socket, in, feed, greeting.text());
            subscription.thread.start();
            return subscription;
        } catch (IOException e) {
            close(socket);
            throw explain(address, e);
        }
    }

    private static void connect(Socket socket, FeedAddress address) throws IOException {
        InetSocketAddress to = address.socketAddress();
        if (to.isUnresolved()) {
            throw new CannotAttachException(
                    "host '" + address.host() + "' is unknown; write HOST:PORT, for example " + "127.0.0.1:7070");
        }
        try {
            socket.connect(to, CONNECT_MILLIS);
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotAttachException(
                    "nothing answers at " + address + " (" + e.getMessage()
                            + "); start a planner with 'teleost plan PROBLEM --publish PORT' and attach to its port",
                    e);
        }
        socket.setSoTimeout(GREETING_MILLIS);
    }

    private static CannotAttachException explain(FeedAddress address, IOException e) {
        if (e instanceof CannotAttachException cannot) {
            return cannot;
        }
        String why = e instanceof SocketTimeoutException
                ? "it did not greet within " + GREETING_MILLIS / 1000 + " s"
                : e instanceof EOFException ? "it closed the connection" : e.getMessage();
        return new CannotAttachException(
                "what answers at " + address + " is not a Teleost planner: " + why + "; check the port that 'teleost"
                        + " plan --publish' printed",
                e);
    }

    /** What the planner says it is. */
    public String name() {
        return name;
    }

    public FeedAddress address() {
        return address;
    }

    private void copy() {
        String reason;
        try {
            LiveRecord record = in.next();
            while (record != null) {
                feed.add(record);
                if (record instanceof LiveRecord.End) {
                    return;
                }
                record = in.next();
            }
            reason = "the planner at " + address + " is gone";
        } catch (FeedFormatException e) {
            reason = "the planner at " + address + " sent something unreadable: " + e.getMessage();
        } catch (IOException e) {
            reason = "the connection to " + address + " broke off";
        } finally {
            close(socket);
        }
        feed.end(closing ? "detached from " + address : reason);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more in any case
        }
    }

    /** Detaches; returns when the thread has ended. */
    @Override
    public void close() {
        closing = true;
        close(socket);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
