package org.teleost.experiments.serve;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;

/**
 * The messages of {@link SessionServer} over WebSocket: each text message is a request, each answer a text message.
 * Every connection has sessions of its own, which end with it. Nobody is waited for: a client that sends faster than it
 * is served, or that does not read its answers, is disconnected.
 */
public final class WebSocketSessions implements AutoCloseable {
    /** Requests of one client that may wait to be looked at. */
    private static final int WAITING = 256;

    /** Messages to one client that may wait to be sent. */
    private static final int UNREAD = 1024;

    private static final int START_SECONDS = 10;
    private static final int STOP_MILLIS = 2_000;

    /** A connection's sessions and the thread that reads its requests. */
    private record Client(SessionServer sessions, ThreadPoolExecutor thread) {}

    private final Function<Consumer<String>, SessionServer> servers;
    private final byte[] token;
    private final Map<WebSocket, Client> clients = new ConcurrentHashMap<>();
    private final AtomicLong connections = new AtomicLong();
    private final CountDownLatch started = new CountDownLatch(1);
    private final Server server;
    private volatile Exception failure;

    private WebSocketSessions(
            InetSocketAddress address, String token, Function<Consumer<String>, SessionServer> servers) {
        this.servers = servers;
        this.token = token == null ? null : bearer(token);
        server = new Server(address);
    }

    private static byte[] bearer(String token) {
        return ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Listens until it is closed.
     *
     * @param token what a client has to send as {@code Authorization: Bearer TOKEN}, null for nothing
     * @param servers makes the sessions of a connection, given where their answers go
     * @throws IllegalStateException when the address can't be listened to
     */
    public static WebSocketSessions open(
            InetSocketAddress address, String token, Function<Consumer<String>, SessionServer> servers) {
        WebSocketSessions opened = new WebSocketSessions(address, token, servers);
        opened.server.start();
        boolean up = false;
        try {
            up = opened.started.await(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!up || opened.failure != null) {
            opened.close();
            throw new IllegalStateException(
                    "can't listen on " + address + ": " + (up ? opened.failure.getMessage() : "no answer"));
        }
        return opened;
    }

    /** Port that it listens on. */
    public int port() {
        return server.getPort();
    }

    /** Connections that are open. */
    public int clients() {
        return clients.size();
    }

    private void receive(WebSocket connection, String message) {
        Client client = clients.get(connection);
        if (client == null) {
            return;
        }
        try {
            client.thread.execute(() -> client.sessions.accept(message));
        } catch (RejectedExecutionException e) {
            connection.close(CloseFrame.TRY_AGAIN_LATER, "requests waiting=" + WAITING);
        }
    }

    private void connect(WebSocket connection) {
        String name = "teleost-client-" + connections.incrementAndGet();
        ThreadPoolExecutor thread =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), run -> {
                    Thread made = new Thread(run, name);
                    made.setDaemon(true);
                    return made;
                });
        clients.put(connection, new Client(servers.apply(answer -> send(connection, answer)), thread));
        // a client that was gone before it was known is told of by nobody
        if (connection instanceof WebSocketImpl socket && !socket.getChannel().isOpen()) {
            disconnect(connection);
        }
    }

    /** Answers of a client that is gone, or that reads none, are dropped, and it with them. */
    private static void send(WebSocket connection, String answer) {
        if (!connection.isOpen()) {
            return;
        }
        if (connection instanceof WebSocketImpl queue && queue.outQueue.size() >= UNREAD) {
            queue.closeConnection(CloseFrame.TRY_AGAIN_LATER, "unread=" + UNREAD, false);
            return;
        }
        try {
            connection.send(answer);
        } catch (WebsocketNotConnectedException e) {
            // gone between the look and the sending
            return;
        }
    }

    private void disconnect(WebSocket connection) {
        Client client = clients.remove(connection);
        if (client == null) {
            return;
        }
        // behind whatever the client's thread does now: an open session is one that can be abandoned
        client.thread.getQueue().clear();
        client.thread.execute(client.sessions::abandon);
        client.thread.shutdown();
    }

    /** Ends all connections and their sessions. */
    @Override
    public void close() {
        try {
            server.stop(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<WebSocket> open = List.copyOf(clients.keySet());
        open.forEach(this::disconnect);
    }

    /** The library's side. */
    private final class Server extends WebSocketServer {
        Server(InetSocketAddress address) {
            super(
                    address,
                    1,
                    List.of(new Draft_6455(List.of(), List.of(new Protocol("")), 4 * SessionServer.LONGEST_LINE)));
            setReuseAddr(true);
            setTcpNoDelay(true);
            setDaemon(true);
        }

        /** Pages of any site may ask a browser to connect to this machine: without the token they are not let in. */
        @Override
        public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
                WebSocket connection, Draft draft, ClientHandshake request) throws InvalidDataException {
            if (token == null && request.hasFieldValue("Origin")) {
                throw new InvalidDataException(CloseFrame.REFUSE, "browsers need a token");
            }
            byte[] given = request.getFieldValue("Authorization").getBytes(StandardCharsets.UTF_8);
            if (token != null && !MessageDigest.isEqual(token, given)) {
                throw new InvalidDataException(CloseFrame.REFUSE, "Authorization: Bearer TOKEN is needed");
            }
            return super.onWebsocketHandshakeReceivedAsServer(connection, draft, request);
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {
            connect(connection);
        }

        @Override
        public void onMessage(WebSocket connection, String message) {
            receive(connection, message);
        }

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {
            disconnect(connection);
        }

        @Override
        public void onError(WebSocket connection, Exception error) {
            if (connection == null) {
                failure = error;
                started.countDown();
            }
        }
    }
}
