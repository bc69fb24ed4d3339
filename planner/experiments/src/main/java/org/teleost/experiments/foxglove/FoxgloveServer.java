package org.teleost.experiments.foxglove;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;
import org.teleost.experiments.json.Json;
import org.teleost.live.FeedReader;
import org.teleost.live.LiveFeed;
import org.teleost.live.LiveRecord;

/**
 * Shows a feed by the Foxglove WebSocket protocol, version 1 (https://github.com/foxglove/ws-protocol): channels are
 * announced, and clients subscribe to those that they draw. A thread of its own reads the feed and makes the messages,
 * only of what somebody draws; a client that does not keep up misses some.
 */
public final class FoxgloveServer implements AutoCloseable {
    private static final String PROTOCOL = "foxglove.websocket.v1";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final byte MESSAGE = 1;
    private static final int HEADER = 1 + 4 + 8;
    private static final int LONGEST_REQUEST = 1 << 16;

    /** Messages that may wait for one client. */
    private static final int UNSENT = 64;

    private static final int START_SECONDS = 10;
    private static final int STOP_MILLIS = 2_000;
    private static final long LOOK_NANOS = 100_000_000L;

    /** What each client draws: channels by the subscription's id. */
    private final Map<WebSocket, Map<Integer, StandardChannel>> clients = new ConcurrentHashMap<>();

    private final String name;
    private final LiveFeed feed;
    private final CountDownLatch started = new CountDownLatch(1);
    private final Server server;
    private final Thread thread = new Thread(this::follow, "teleost-foxglove");
    private volatile Exception failure;
    private volatile boolean closed;
    private volatile LiveRecord.Step last;

    private FoxgloveServer(LiveFeed feed, String name, InetSocketAddress address) {
        this.feed = feed;
        this.name = name;
        server = new Server(address);
    }

    /**
     * Listens until it is closed.
     *
     * @param name what clients show as the source
     * @throws IllegalStateException when the address can't be listened to
     */
    public static FoxgloveServer open(LiveFeed feed, String name, InetSocketAddress address) {
        FoxgloveServer opened = new FoxgloveServer(feed, name, address);
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
        opened.thread.setDaemon(true);
        opened.thread.start();
        return opened;
    }

    /** Port that it listens on. */
    public int port() {
        return server.getPort();
    }

    private void follow() {
        try (FeedReader reader = feed.reader()) {
            while (!closed) {
                LiveRecord record = reader.next();
                if (record == null) {
                    reader.await(LOOK_NANOS);
                } else if (record instanceof LiveRecord.Step step) {
                    last = step;
                    show(step);
                }
            }
        }
    }

    private void show(LiveRecord.Step step) {
        if (clients.values().stream().allMatch(Map::isEmpty)) {
            return;
        }
        long now = now();
        Map<StandardChannel, byte[]> messages = messages(step, now);
        clients.forEach(
                (client, drawn) -> drawn.forEach((id, channel) -> send(client, id, messages.get(channel), now)));
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private static Map<StandardChannel, byte[]> messages(LiveRecord.Step step, long nanos) {
        return new StandardMessages(step.head().configuration().get("scene")).of(step.json(), nanos);
    }

    private static void send(WebSocket client, int subscription, byte[] payload, long nanos) {
        boolean late = client instanceof WebSocketImpl queue && queue.outQueue.size() >= UNSENT;
        if (payload == null || late || !client.isOpen()) {
            return;
        }
        ByteBuffer frame = ByteBuffer.allocate(HEADER + payload.length).order(ByteOrder.LITTLE_ENDIAN);
        frame.put(MESSAGE).putInt(subscription).putLong(nanos).put(payload).flip();
        try {
            client.send(frame);
        } catch (WebsocketNotConnectedException e) {
            // gone between the look and the sending
            return;
        }
    }

    private void greet(WebSocket client) {
        ObjectNode info = Json.object().put("op", "serverInfo").put("name", name);
        info.putArray("capabilities");
        info.putArray("supportedEncodings").add("json");
        info.putObject("metadata");
        info.put("sessionId", Long.toHexString(System.identityHashCode(this)));
        client.send(Json.line(info));
        ObjectNode advertise = Json.object().put("op", "advertise");
        ArrayNode channels = advertise.putArray("channels");
        for (StandardChannel channel : StandardChannel.values()) {
            channels.addObject()
                    .put("id", channel.id())
                    .put("topic", channel.topic())
                    .put("encoding", "json")
                    .put("schemaName", channel.schemaName())
                    .put("schemaEncoding", "jsonschema")
                    .put("schema", channel.schema());
        }
        client.send(Json.line(advertise));
        clients.put(client, new ConcurrentHashMap<>());
        if (client instanceof WebSocketImpl socket && !socket.getChannel().isOpen()) {
            clients.remove(client);
        }
    }

    private void request(WebSocket client, String text) throws JsonProcessingException {
        JsonNode request = MAPPER.readTree(text);
        Map<Integer, StandardChannel> drawn = clients.get(client);
        if (drawn == null) {
            return;
        }
        switch (request.path("op").asText()) {
            case "subscribe" -> subscribe(client, request.path("subscriptions"), drawn);
            case "unsubscribe" -> request.path("subscriptionIds").forEach(id -> drawn.remove(id.asInt()));
            default -> status(client, "op=" + request.path("op").asText() + " is not offered");
        }
    }

    /** Who comes in late sees the last step at once. */
    private void subscribe(WebSocket client, JsonNode wanted, Map<Integer, StandardChannel> drawn) {
        StandardChannel[] channels = StandardChannel.values();
        Map<Integer, StandardChannel> fresh = new HashMap<>();
        for (JsonNode each : wanted) {
            int channel = each.path("channelId").asInt(-1);
            if (channel < 1 || channel > channels.length || !each.path("id").canConvertToInt()) {
                status(client, "channelId=" + each.path("channelId") + "; allowed range 1 to " + channels.length);
            } else if (drawn.size() < UNSENT) {
                fresh.put(each.path("id").asInt(), channels[channel - 1]);
            }
        }
        LiveRecord.Step step = last;
        drawn.putAll(fresh);
        if (step != null) {
            long now = now();
            Map<StandardChannel, byte[]> messages = messages(step, now);
            fresh.forEach((id, channel) -> send(client, id, messages.get(channel), now));
        }
    }

    private static void status(WebSocket client, String message) {
        client.send(Json.line(Json.object().put("op", "status").put("level", 2).put("message", message)));
    }

    /** Ends all connections. */
    @Override
    public void close() {
        closed = true;
        try {
            server.stop(STOP_MILLIS);
            if (thread.isAlive()) {
                thread.join(STOP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The library's side. */
    private final class Server extends WebSocketServer {
        Server(InetSocketAddress address) {
            super(address, 1, List.of(new Draft_6455(List.of(), List.of(new Protocol(PROTOCOL)), LONGEST_REQUEST)));
            setReuseAddr(true);
            setTcpNoDelay(true);
            setDaemon(true);
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket client, ClientHandshake handshake) {
            greet(client);
        }

        @Override
        public void onMessage(WebSocket client, String text) {
            try {
                request(client, text);
            } catch (JsonProcessingException e) {
                status(client, "no JSON: " + e.getOriginalMessage());
            }
        }

        @Override
        public void onClose(WebSocket client, int code, String reason, boolean remote) {
            clients.remove(client);
        }

        @Override
        public void onError(WebSocket client, Exception error) {
            if (client == null) {
                failure = error;
                started.countDown();
            }
        }
    }
}
