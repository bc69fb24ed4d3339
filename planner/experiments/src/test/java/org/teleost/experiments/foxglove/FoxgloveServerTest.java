package org.teleost.experiments.foxglove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.teleost.live.EpisodeHead;
import org.teleost.live.LiveFeed;
import org.teleost.live.LiveRecord;

/** The client here is the JDK's. */
@Timeout(60)
class FoxgloveServerTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String STEP = """
            {"t":3,"state":{"ints":{"n":1},"floats":{"u":0.5,"px":2.0,"py":-1.5}},
             "belief":{"size":2,"effectiveSampleSize":1.6,"particles":{"weights":[0.75,0.25],"ints":{"n":[1,2]},
              "floats":{"u":[0.1,0.2],"px":[2.0,2.5],"py":[-1.5,-1.0]}}},
             "beliefHealth":{"level":"LOST","trustworthy":false},
             "decision":{"action":1,"value":19.25,"planningNanos":2500000},
             "action":{"id":1,"text":"left"},"reward":-1.0,"observation":{"key":"7","text":"wall"},"terminal":false}
            """;
    private static final EpisodeHead HEAD =
            new EpisodeHead(0, "toy", 1, Map.of("scene", "{\"version\":1,\"x\":\"px\",\"y\":\"py\"}"));

    private final LiveFeed feed = new LiveFeed();
    private final FoxgloveServer server =
            FoxgloveServer.open(feed, "toy", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final BlockingQueue<JsonNode> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();

    private final class Inbox implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private final ByteArrayOutputStream binary = new ByteArrayOutputStream();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                texts.add(json(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            binary.writeBytes(bytes);
            if (last) {
                frames.add(binary.toByteArray());
                binary.reset();
            }
            socket.request(1);
            return null;
        }
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WebSocket connect(String protocol) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols(protocol)
                .buildAsync(URI.create("ws://127.0.0.1:" + server.port()), new Inbox())
                .join();
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T taken = queue.poll(30, TimeUnit.SECONDS);
        assertThat(taken).as("a message").isNotNull();
        return taken;
    }

    private void step() {
        feed.add(new LiveRecord.Step(HEAD, 3, STEP.getBytes(StandardCharsets.UTF_8), new byte[0]));
    }

    private static void subscribe(WebSocket socket, int id, StandardChannel channel) {
        socket.sendText(
                        "{\"op\":\"subscribe\",\"subscriptions\":[{\"id\":" + id + ",\"channelId\":" + channel.id()
                                + "}]}",
                        true)
                .join();
    }

    /** The payload of a message for this subscription. */
    private JsonNode message(int id) throws InterruptedException {
        ByteBuffer frame = ByteBuffer.wrap(next(frames)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(frame.get()).isEqualTo((byte) 1);
        assertThat(frame.getInt()).isEqualTo(id);
        assertThat(frame.getLong()).isGreaterThan(1_600_000_000_000_000_000L);
        byte[] payload = new byte[frame.remaining()];
        frame.get(payload);
        return json(new String(payload, StandardCharsets.UTF_8));
    }

    @Test
    void aClientIsToldOfEveryChannelAndGetsWhatItDraws() throws InterruptedException {
        WebSocket socket = connect("foxglove.websocket.v1");
        assertThat(socket.getSubprotocol()).isEqualTo("foxglove.websocket.v1");
        JsonNode info = next(texts);
        assertThat(info.path("op").asText()).isEqualTo("serverInfo");
        assertThat(info.path("name").asText()).isEqualTo("toy");
        assertThat(info.path("capabilities").isArray()).isTrue();
        JsonNode channels = next(texts).path("channels");
        assertThat(channels).hasSize(StandardChannel.values().length);
        channels.forEach(channel -> {
            assertThat(channel.path("encoding").asText()).isEqualTo("json");
            assertThat(json(channel.path("schema").asText()).path("type").asText())
                    .isEqualTo("object");
        });
        subscribe(socket, 40, StandardChannel.LOG);
        subscribe(socket, 41, StandardChannel.VALUE);
        step();
        for (int i = 0; i < 2; i++) {
            ByteBuffer frame = ByteBuffer.wrap(next(frames)).order(ByteOrder.LITTLE_ENDIAN);
            JsonNode message = json(new String(frame.array(), 13, frame.array().length - 13, StandardCharsets.UTF_8));
            if (frame.getInt(1) == 40) {
                assertThat(message.path("level").asInt()).isEqualTo(3);
                assertThat(message.path("message").asText())
                        .isEqualTo("step 3: left; reward -1.0; observed wall; belief LOST");
            } else {
                assertThat(message.path("value").asDouble()).isEqualTo(19.25);
            }
        }
    }

    @Test
    void whoComesLateSeesTheLastStepAndWhoLeavesAChannelNoMore() throws InterruptedException {
        step();
        WebSocket socket = connect("foxglove.websocket.v1");
        next(texts);
        next(texts);
        // until the feed's reader has seen the step, there is nothing to show
        subscribe(socket, 7, StandardChannel.SCENE);
        if (frames.poll(1, TimeUnit.SECONDS) == null) {
            subscribe(socket, 7, StandardChannel.SCENE);
            message(7);
        }
        socket.sendText("{\"op\":\"unsubscribe\",\"subscriptionIds\":[7]}", true)
                .join();
        subscribe(socket, 8, StandardChannel.REWARD);
        assertThat(message(8).path("value").asDouble()).isEqualTo(-1.0);
        step();
        assertThat(message(8).path("timestamp").path("sec").asLong()).isGreaterThan(1_600_000_000L);
    }

    @Test
    void theSceneHasTheParticlesInThePlaneAndThePoseIsTheTrueOne() throws IOException {
        Map<StandardChannel, byte[]> messages =
                new StandardMessages(HEAD.configuration().get("scene")).of(STEP.getBytes(StandardCharsets.UTF_8), 5L);
        JsonNode pose = MAPPER.readTree(messages.get(StandardChannel.POSE));
        assertThat(pose.path("frame_id").asText()).isEqualTo("world");
        assertThat(pose.path("pose").path("position").path("x").asDouble()).isEqualTo(2.0);
        assertThat(pose.path("pose").path("orientation").path("w").asDouble()).isEqualTo(1.0);
        assertThat(pose.path("timestamp").path("nsec").asLong()).isEqualTo(5);
        JsonNode spheres = MAPPER.readTree(messages.get(StandardChannel.SCENE))
                .path("entities")
                .path(0)
                .path("spheres");
        assertThat(spheres).hasSize(2);
        assertThat(spheres.path(1).path("pose").path("position").path("y").asDouble())
                .isEqualTo(-1.0);
        double area = Math.pow(spheres.path(0).path("size").path("x").asDouble(), 2);
        assertThat(area / Math.pow(spheres.path(1).path("size").path("x").asDouble(), 2))
                .isCloseTo(3.0, within(1e-9));
        assertThat(MAPPER.readTree(messages.get(StandardChannel.PLANNING_MILLIS))
                        .path("value")
                        .asDouble())
                .isEqualTo(2.5);
    }

    @Test
    void withoutASceneThePlaneIsThatOfTheFirstTwoFloatLanes() throws IOException {
        Map<StandardChannel, byte[]> messages = new StandardMessages("").of(STEP.getBytes(StandardCharsets.UTF_8), 0L);
        assertThat(MAPPER.readTree(messages.get(StandardChannel.POSE))
                        .path("pose")
                        .path("position"))
                .isEqualTo(json("{\"x\":0.5,\"y\":2.0,\"z\":0.0}"));
        Map<StandardChannel, byte[]> bare =
                new StandardMessages(null).of("{\"t\":0}".getBytes(StandardCharsets.UTF_8), 0L);
        assertThat(bare).containsOnlyKeys(StandardChannel.STEP, StandardChannel.LOG);
    }

    @Test
    void whatIsNotOfferedIsSaidAndEndsNothing() throws InterruptedException {
        WebSocket socket = connect("foxglove.websocket.v1");
        next(texts);
        next(texts);
        for (String request : Arrays.asList(
                "{\"op\":\"advertise\"}",
                "nonsense",
                "{\"op\":\"subscribe\",\"subscriptions\":[{\"id\":1,\"channelId\":99}]}")) {
            socket.sendText(request, true).join();
            assertThat(next(texts).path("op").asText()).isEqualTo("status");
        }
    }

    @Test
    void aClientOfAnotherProtocolIsNotLetIn() {
        assertThatThrownBy(() -> connect("something.else")).hasMessageContaining("WebSocketHandshakeException");
    }
}
