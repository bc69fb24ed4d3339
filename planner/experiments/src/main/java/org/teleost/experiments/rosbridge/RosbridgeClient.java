package org.teleost.experiments.rosbridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.serve.SessionServer;

/**
 * A control session that ROS nodes use through a rosbridge server, by its protocol version 2: the action
 * {@code /teleost/decide} plans, with the members of a {@code decide} request as its goal and the answer as its result;
 * the topic {@code /teleost/observation} takes what was observed, and {@code /teleost/decision} publishes every
 * decision, both as JSON in a {@code std_msgs/msg/String}. A connection that breaks is made anew; the session and its
 * belief stay.
 */
public final class RosbridgeClient implements AutoCloseable {
    /** The action that plans. */
    public static final String ACTION = "/teleost/decide";

    /** The topic that observations come by. */
    public static final String OBSERVATION = "/teleost/observation";

    /** The topic that decisions are published on. */
    public static final String DECISION = "/teleost/decision";

    private static final String ACTION_TYPE = "teleost_msgs/action/Decide";
    private static final String TEXT = "std_msgs/msg/String";
    private static final int SUCCEEDED = 4;
    private static final int ABORTED = 6;
    private static final long FIRST_WAIT_MILLIS = 200;
    private static final long LONGEST_WAIT_MILLIS = 5_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI address;
    private final Consumer<String> messages;
    private final SessionServer sessions;
    private final Thread thread = new Thread(this::keepConnected, "teleost-rosbridge");
    private volatile Link link;
    private volatile boolean closed;

    /**
     * Opens a session and connects, again and again until it is closed.
     *
     * @param address of the rosbridge server, {@code ws://robot:9090}
     * @param open the {@code open} request's members; its session is {@code ""}
     * @param servers makes the session's server, given where its answers go
     * @param messages lines for people
     */
    public RosbridgeClient(
            URI address,
            ObjectNode open,
            Function<Consumer<String>, SessionServer> servers,
            Consumer<String> messages) {
        this.address = address;
        this.messages = messages;
        sessions = servers.apply(this::answered);
        sessions.accept(Json.line(open.deepCopy().put("id", "open").put("op", "open")));
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it connects to. */
    public URI address() {
        return address;
    }

    private void keepConnected() {
        long wait = FIRST_WAIT_MILLIS;
        try {
            while (!closed) {
                Link next = new Link();
                link = next;
                if (next.connectBlocking()) {
                    messages.accept("connected to " + address);
                    wait = FIRST_WAIT_MILLIS;
                    next.awaitEnd();
                    messages.accept("the connection to " + address + " has ended");
                } else {
                    TimeUnit.MILLISECONDS.sleep(wait);
                    wait = Math.min(LONGEST_WAIT_MILLIS, 2 * wait);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What rosbridge has to know before anybody can use the session. */
    private static void introduce(Link ros) {
        ros.send(Json.line(op("advertise_action").put("action", ACTION).put("type", ACTION_TYPE)));
        ros.send(Json.line(op("advertise").put("topic", DECISION).put("type", TEXT)));
        ros.send(Json.line(op("subscribe").put("topic", OBSERVATION).put("type", TEXT)));
    }

    private static ObjectNode op(String name) {
        return Json.object().put("op", name);
    }

    private void receive(Link ros, String text) throws JsonProcessingException {
        JsonNode message = MAPPER.readTree(text);
        switch (message.path("op").asText()) {
            case "send_action_goal" -> {
                if (message.path("action").asText().equals(ACTION)) {
                    decide(ros, message);
                }
            }
            case "publish" -> {
                if (message.path("topic").asText().equals(OBSERVATION)) {
                    observe(MAPPER.readTree(message.path("msg").path("data").asText()));
                }
            }
            default -> {
                // answers to what was advertised, and news for others
            }
        }
    }

    private void decide(Link ros, JsonNode goal) {
        String id = goal.path("id").asText();
        if (goal.path("feedback").asBoolean()) {
            ObjectNode feedback = op("action_feedback").put("id", id).put("action", ACTION);
            feedback.putObject("values").put("state", "planning");
            ros.tell(feedback);
        }
        ask("decide", id, goal.path("args"));
    }

    private void observe(JsonNode seen) {
        ask("observe", "observation", seen);
    }

    private void ask(String op, String id, JsonNode members) {
        ObjectNode request = members.isObject() ? members.deepCopy() : Json.object();
        request.put("op", op).put("session", "");
        request.putArray("id").add(op).add(id);
        sessions.accept(Json.line(request));
    }

    /** Called by the session's threads, one at a time. */
    private void answered(String line) {
        JsonNode answer;
        try {
            answer = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(line, e);
        }
        boolean ok = answer.path("ok").asBoolean();
        JsonNode id = answer.path("id");
        if (!ok) {
            messages.accept(answer.path("error").asText());
        }
        Link ros = link;
        if (!id.path(0).asText().equals("decide") || ros == null || !ros.isOpen()) {
            return;
        }
        ObjectNode values = answer.deepCopy();
        values.remove("id");
        if (ok) {
            ObjectNode published = op("publish").put("topic", DECISION);
            published.putObject("msg").put("data", Json.line(values));
            ros.tell(published);
        }
        ObjectNode result = op("action_result").put("id", id.path(1).asText()).put("action", ACTION);
        result.set("values", values);
        ros.tell(result.put("status", ok ? SUCCEEDED : ABORTED).put("result", ok));
    }

    /** Ends the connection and the session. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        Link ros = link;
        if (ros != null) {
            ros.close();
        }
        sessions.abandon();
    }

    /** One connection. */
    private final class Link extends WebSocketClient {
        private final CountDownLatch ended = new CountDownLatch(1);

        Link() {
            super(address);
            setDaemon(true);
            setTcpNoDelay(true);
        }

        /** Sends a message, unless the connection ends meanwhile. */
        void tell(ObjectNode message) {
            try {
                send(Json.line(message));
            } catch (WebsocketNotConnectedException e) {
                messages.accept("not sent, the connection has ended: "
                        + message.path("op").asText());
            }
        }

        void awaitEnd() throws InterruptedException {
            ended.await();
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            introduce(this);
        }

        @Override
        public void onMessage(String text) {
            try {
                receive(this, text);
            } catch (JsonProcessingException e) {
                messages.accept("not understood: " + e.getOriginalMessage());
            }
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            ended.countDown();
        }

        @Override
        public void onError(Exception error) {
            // told by the end of the connection
        }
    }
}
