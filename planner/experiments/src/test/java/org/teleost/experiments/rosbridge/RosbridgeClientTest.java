package org.teleost.experiments.rosbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.teleost.control.ControlSession;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.serve.SessionServer;
import org.teleost.experiments.serve.SessionServer.Room;
import org.teleost.fixtures.TinyTiger;
import org.teleost.plan.Budget;
import org.teleost.plan.PlannerSettings;

/** Against a stand-in that speaks the part of rosbridge's protocol that is used. */
@Timeout(120)
class RosbridgeClientTest {
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /** Keeps what it is told. */
    private final class StandIn extends WebSocketServer {
        private final CountDownLatch started = new CountDownLatch(1);
        private volatile WebSocket robot;

        StandIn(int port) throws InterruptedException {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            setReuseAddr(true);
            setDaemon(true);
            start();
            assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {
            robot = connection;
        }

        @Override
        public void onMessage(WebSocket connection, String message) {
            try {
                heard.add(new ObjectMapper().readTree(message));
            } catch (IOException e) {
                throw new AssertionError(message, e);
            }
        }

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {
            robot = null;
        }

        @Override
        public void onError(WebSocket connection, Exception error) {
            lines.add("stand-in: " + error);
        }
    }

    private JsonNode hear(String op) throws InterruptedException {
        JsonNode message = heard.poll(60, TimeUnit.SECONDS);
        assertThat(message).as(op).isNotNull();
        assertThat(message.path("op").asText()).isEqualTo(op);
        return message;
    }

    private void hearIntroduction() throws InterruptedException {
        assertThat(hear("advertise_action").path("action").asText()).isEqualTo("/teleost/decide");
        assertThat(hear("advertise").path("topic").asText()).isEqualTo("/teleost/decision");
        assertThat(hear("subscribe").path("topic").asText()).isEqualTo("/teleost/observation");
    }

    private RosbridgeClient connect(int port) {
        return new RosbridgeClient(
                URI.create("ws://127.0.0.1:" + port),
                Json.object().put("fallback", 0),
                out -> new SessionServer(
                        (name, instance, settings) -> ControlSession.of(new TinyTiger())
                                .settings(PlannerSettings.defaults()
                                        .withThreads(1)
                                        .withParticles(200)
                                        .with(s -> s.memoryBytes = 4 << 20)),
                        Budget.ofEpisodes(2_000),
                        new Room(1),
                        UnaryOperator.identity(),
                        out),
                lines::add);
    }

    private static String goal(String id, String args) {
        return "{\"op\":\"send_action_goal\",\"id\":\"" + id + "\",\"action\":\"/teleost/decide\",\"action_type\":"
                + "\"teleost_msgs/action/Decide\",\"feedback\":true,\"args\":" + args + "}";
    }

    private static String hears(int side) {
        return "{\"op\":\"publish\",\"topic\":\"/teleost/observation\",\"msg\":{\"data\":"
                + "\"{\\\"action\\\":0,\\\"observation\\\":" + side + "}\"}}";
    }

    @Test
    void goalsAreAnsweredWithFeedbackAndResultAndObservationsChangeThem() throws Exception {
        StandIn ros = new StandIn(0);
        try (RosbridgeClient client = connect(ros.getPort())) {
            hearIntroduction();
            ros.robot.send(goal("g1", "{\"budget\":\"3000ep\"}"));
            JsonNode feedback = hear("action_feedback");
            assertThat(feedback.path("id").asText()).isEqualTo("g1");
            assertThat(feedback.path("values").path("state").asText()).isEqualTo("planning");
            JsonNode published = hear("publish");
            assertThat(published.path("topic").asText()).isEqualTo("/teleost/decision");
            assertThat(published.path("msg").path("data").asText()).contains("\"text\":\"listen\"");
            JsonNode result = hear("action_result");
            assertThat(result.path("id").asText()).isEqualTo("g1");
            assertThat(result.path("status").asInt()).isEqualTo(4);
            assertThat(result.path("result").asBoolean()).isTrue();
            assertThat(result.path("values").path("action").asInt()).isEqualTo(TinyTiger.LISTEN);
            for (int i = 0; i < 3; i++) {
                ros.robot.send(hears(1));
            }
            ros.robot.send(goal("g2", "{\"budget\":\"3000ep\"}"));
            hear("action_feedback");
            hear("publish");
            assertHeardOnTheRight(hear("action_result"));
            assertThat(client).isNotNull();
        } finally {
            ros.stop(1_000);
        }
    }

    private static void assertHeardOnTheRight(JsonNode result) {
        assertThat(worth(result, TinyTiger.OPEN_LEFT)).isGreaterThan(worth(result, TinyTiger.OPEN_RIGHT) + 20.0);
    }

    private static double worth(JsonNode result, int action) {
        for (JsonNode row : result.path("values").path("actions")) {
            if (row.path("action").asInt() == action) {
                return row.path("value").asDouble();
            }
        }
        throw new AssertionError(result);
    }

    @Test
    void aGoalThatCannotBeDoneIsAbortedWithTheReason() throws Exception {
        StandIn ros = new StandIn(0);
        try (RosbridgeClient client = connect(ros.getPort())) {
            hearIntroduction();
            ros.robot.send("nonsense");
            ros.robot.send("{\"op\":\"publish\",\"topic\":\"/clock\",\"msg\":{}}");
            ros.robot.send(goal("g1", "{\"budget\":\"soon\"}"));
            hear("action_feedback");
            JsonNode result = hear("action_result");
            assertThat(result.path("status").asInt()).isEqualTo(6);
            assertThat(result.path("result").asBoolean()).isFalse();
            assertThat(result.path("values").path("error").asText()).contains("budget 'soon' is not understood");
            assertThat(client).isNotNull();
        } finally {
            ros.stop(1_000);
        }
    }

    @Test
    void aConnectionThatBreaksIsMadeAnewAndTheBeliefStays() throws Exception {
        StandIn ros = new StandIn(0);
        int port = ros.getPort();
        try (RosbridgeClient client = connect(port)) {
            hearIntroduction();
            for (int i = 0; i < 3; i++) {
                ros.robot.send(hears(1));
            }
            ros.robot.send(goal("g1", "{\"budget\":\"3000ep\"}"));
            hear("action_feedback");
            hear("publish");
            hear("action_result");
            ros.stop(1_000);
            StandIn again = new StandIn(port);
            try {
                hearIntroduction();
                again.robot.send(goal("g2", "{\"budget\":\"3000ep\"}"));
                hear("action_feedback");
                hear("publish");
                assertHeardOnTheRight(hear("action_result"));
            } finally {
                again.stop(1_000);
            }
            assertThat(client).isNotNull();
        }
    }
}
