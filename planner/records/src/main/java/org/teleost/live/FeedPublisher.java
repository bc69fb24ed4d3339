package org.teleost.live;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Publishes a feed on a TCP port, by default for this machine only. Every viewer has a thread and a place in the feed
 * of its own: it first gets what the ring holds, then follows; one that is slow loses records, one that goes away is
 * forgotten, one that takes nothing for half a minute, or for a second when another wants its place, is let go, and the
 * planner notices nothing of it. Nothing that a viewer sends is read.
 *
 * <p>There is no encryption and no password: publish beyond the loopback address only in networks that you trust.
 */
public final class FeedPublisher implements AutoCloseable {
    /** Viewers at a time; further ones are refused with a message. */
    public static final int MOST_VIEWERS = 16;

    private static final long ALIVE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long FAREWELL_MILLIS = 2_000;
    private static final int LOOK_MILLIS = 1_000;

    /** A viewer that takes nothing for so long may have to make room for another, or goes anyhow. */
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LONGEST_WRITE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int SEND_BYTES = 1 << 16;
    private static final long NOT_WRITING = Long.MIN_VALUE;

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
                server.setSoTimeout(LOOK_MILLIS);
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
                socket.setSendBufferSize(SEND_BYTES);
                Viewer viewer = new Viewer(socket, viewers.size() >= MOST_VIEWERS && !letSlowestGo());
                viewers.add(viewer);
                viewer.thread.start();
            } catch (SocketTimeoutException e) {
                letGo(LONGEST_WRITE_NANOS);
            } catch (IOException e) {
                // closed, or out of sockets: trying again at once would take the planner's time
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    /** Makes room for one more: the viewer goes whose connection has taken nothing for longest, if any waits. */
    private boolean letSlowestGo() {
        Viewer slowest = null;
        for (Viewer viewer : viewers) {
            if (slowest == null || viewer.waitedNanos() > slowest.waitedNanos()) {
                slowest = viewer;
            }
        }
        if (slowest == null || slowest.waitedNanos() < SLOW_NANOS) {
            return false;
        }
        slowest.letGo();
        return true;
    }

    /** Viewers that read nothing for so long are as good as gone. */
    private void letGo(long nanos) {
        for (Viewer viewer : viewers) {
            if (viewer.waitedNanos() > nanos) {
                viewer.letGo();
            }
        }
    }

    /** One connection. */
    private final class Viewer {
        private final Socket socket;
        private final boolean refused;
        private final Thread thread;

        /** When the write began that is under way, {@link #NOT_WRITING} between two. */
        private volatile long writingSince = NOT_WRITING;

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
                FrameWriter out = new FrameWriter(new TimedStream(socket.getOutputStream()));
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

        /** How long the write under way has waited for the viewer to read, 0 between two. */
        long waitedNanos() {
            long since = writingSince;
            return since == NOT_WRITING ? 0 : System.nanoTime() - since;
        }

        /** Its thread ends with the write that fails. */
        void letGo() {
            viewers.remove(this);
            try {
                socket.close();
            } catch (IOException e) {
                // it is of no more use either way
                return;
            }
        }

        /** Notes how long a write takes. */
        private final class TimedStream extends FilterOutputStream {
            TimedStream(OutputStream out) {
                super(out);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                long now = System.nanoTime();
                writingSince = now == NOT_WRITING ? now + 1 : now;
                try {
                    out.write(bytes, from, length);
                } finally {
                    writingSince = NOT_WRITING;
                }
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
