package org.teleost.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Publishes a feed on a TCP port, by default for this machine only. Every viewer has a thread and a place in the feed
 * of its own: it first gets what the ring holds, then follows; one that is slow loses records, one that goes away is
 * forgotten, and the planner notices neither. Nothing that a viewer sends is read.
 *
 * <p>There is no encryption and no password: publish beyond the loopback address only in networks that you trust.
 */
public final class FeedPublisher implements AutoCloseable {
    /** Viewers at a time; further ones are refused with a message. */
    public static final int MOST_VIEWERS = 16;

    private static final long ALIVE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long FAREWELL_MILLIS = 2_000;

    private final LiveFeed feed;
    private final String name;
    private final ServerSocket server;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;
    private volatile boolean closing;

    private FeedPublisher(LiveFeed feed, String name, ServerSocket server) {
        this.feed = feed;
        this.name = name;
        this.server = server;
        acceptor = new Thread(this::accept, "teleost-publisher");
        acceptor.setDaemon(true);
    }

    /**
     * Begins to publish.
     *
     * @param name what viewers are told that they watch
     * @param address port 0 picks a free one, see {@link #address}
     * @throws IllegalArgumentException when the address cannot be listened on; the message says the way out
     */
    public static FeedPublisher open(LiveFeed feed, String name, FeedAddress address) {
        InetSocketAddress wanted = address.socketAddress();
        try {
            ServerSocket server = new ServerSocket();
            try {
                server.bind(wanted);
            } catch (IOException e) {
                server.close();
                throw e;
            }
            FeedPublisher publisher = new FeedPublisher(feed, name, server);
            publisher.acceptor.start();
            return publisher;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot publish on " + address + ": " + e.getMessage()
                            + "; choose another port, or 0 for any free one",
                    e);
        }
    }

    /** Where viewers attach. */
    public FeedAddress address() {
        return new FeedAddress(server.getInetAddress().getHostAddress(), server.getLocalPort());
    }

    /** Viewers attached now. */
    public int viewerCount() {
        return viewers.size();
    }

    private void accept() {
        while (!closing) {
            try {
                Socket socket = server.accept();
                Viewer viewer = new Viewer(socket, viewers.size() >= MOST_VIEWERS);
                viewers.add(viewer);
                viewer.thread.start();
            } catch (IOException e) {
                // closed, or out of sockets: trying again at once would take the planner's time
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    /** One connection. */
    private final class Viewer {
        private final Socket socket;
        private final boolean refused;
        private final Thread thread;

        Viewer(Socket socket, boolean refused) {
            this.socket = socket;
            this.refused = refused;
            thread = new Thread(this::serve, "teleost-viewer-" + socket.getPort());
            thread.setDaemon(true);
        }

        private void serve() {
            try (socket;
                    FeedReader reader = feed.reader()) {
                socket.setTcpNoDelay(true);
                FrameWriter out = new FrameWriter(socket.getOutputStream());
                if (refused) {
                    out.greeting(FrameWriter.REFUSED, MOST_VIEWERS + " viewers are attached already; close one");
                    out.flush();
                } else {
                    out.greeting(FrameWriter.WELCOME, name);
                    follow(reader, out);
                }
            } catch (IOException e) {
                // the viewer went away
            } finally {
                viewers.remove(this);
            }
        }

        private void follow(FeedReader reader, FrameWriter out) throws IOException {
            LiveRecord record = null;
            while (!(record instanceof LiveRecord.End)) {
                record = reader.next();
                if (record != null) {
                    out.write(record);
                } else if (closing) {
                    break;
                } else {
                    out.flush();
                    if (!reader.await(ALIVE_NANOS)) {
                        out.alive();
                    }
                }
            }
            out.flush();
        }
    }

    /**
     * Lets viewers have what is left for a moment, then closes all connections; returns when all threads have ended.
     */
    @Override
    public void close() {
        closing = true;
        try {
            server.close();
            List<Viewer> left = new ArrayList<>(viewers);
            left.forEach(viewer -> viewer.thread.interrupt());
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAREWELL_MILLIS);
            for (Viewer viewer : left) {
                viewer.thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
                viewer.socket.close();
                viewer.thread.join();
            }
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
