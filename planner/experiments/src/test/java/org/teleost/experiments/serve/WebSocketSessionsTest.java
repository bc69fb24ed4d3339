package org.teleost.experiments.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.teleost.control.ControlSession;
import org.teleost.experiments.serve.SessionServer.Room;
import org.teleost.fixtures.TinyTiger;
import org.teleost.plan.Budget;
import org.teleost.plan.PlannerSettings;

/** The client here is the JDK's. */
@Timeout(120)
class WebSocketSessionsTest {
    private static final String TOKEN = "correct-horse-battery";
    private static final String OPEN = "{\"id\":1,\"op\":\"open\",\"fallback\":0}";

    private final Room room = new Room(4);
    private WebSocketSessions served;

    /** Puts whole messages into a queue; {@code null} stands for the end. */
    private static final class Inbox implements WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                messages.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            messages.add("closed " + code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            messages.add("closed by " + error);
        }

        String next() throws InterruptedException {
            String message = messages.poll(60, TimeUnit.SECONDS);
            assertThat(message).as("an answer").isNotNull();
            return message;
        }
    }

    private void serve(String token) {
        served = WebSocketSessions.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                token,
                out -> new SessionServer(
                        (name, instance, settings) -> ControlSession.of(new TinyTiger())
                                .settings(PlannerSettings.defaults()
                                        .withThreads(1)
                                        .withParticles(200)
                                        .with(s -> s.memoryBytes = 4 << 20)),
                        Budget.ofEpisodes(1_000),
                        room,
                        UnaryOperator.identity(),
                        out));
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private WebSocket connect(Inbox inbox, String... header) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (header.length > 0) {
            builder.header(header[0], header[1]);
        }
        return builder.buildAsync(URI.create("ws://127.0.0.1:" + served.port()), inbox)
                .join();
    }

    private void awaitEmpty() {
        while (served.clients() > 0 || room.taken() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theMessagesAreThoseOfTheLines() throws InterruptedException {
        serve(null);
        Inbox inbox = new Inbox();
        WebSocket socket = connect(inbox);
        socket.sendText(OPEN, true).join();
        assertThat(inbox.next()).contains("\"id\":1,\"ok\":true").contains("\"model\":\"tiny-tiger\"");
        socket.sendText("{\"id\":2,\"op\":\"decide\"}", true).join();
        assertThat(inbox.next()).contains("\"text\":\"listen\"").contains("\"fallback\":null");
        socket.sendText("nonsense", true).join();
        assertThat(inbox.next()).contains("no JSON");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        awaitEmpty();
    }

    @Test
    void connectionsHaveSessionsOfTheirOwnInOneRoom() throws InterruptedException {
        serve(null);
        Inbox[] inboxes = new Inbox[5];
        for (int i = 0; i < inboxes.length; i++) {
            inboxes[i] = new Inbox();
            connect(inboxes[i]).sendText(OPEN, true).join();
            assertThat(inboxes[i].next()).contains(i < 4 ? "\"ok\":true" : "sessions=4 are open already");
        }
    }

    @Test
    void whoHasNoTokenIsNotLetIn() throws InterruptedException {
        serve(TOKEN);
        for (String[] header : new String[][] {
            {}, {"Authorization", "Bearer wrong"}, {"Authorization", TOKEN}, {"Authorization", "Bearer " + TOKEN + "x"}
        }) {
            assertThatThrownBy(() -> connect(new Inbox(), header)).hasMessageContaining("WebSocketHandshakeException");
        }
        Inbox inbox = new Inbox();
        connect(inbox, "Authorization", "Bearer " + TOKEN).sendText(OPEN, true).join();
        assertThat(inbox.next()).contains("\"ok\":true");
    }

    @Test
    void aPageInABrowserIsNotLetInWithoutAToken() throws IOException {
        serve(null);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
            write(socket, "Origin: https://example.org\r\n");
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 4");
        }
    }

    private static void write(Socket socket, String header) throws IOException {
        String request = "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n" + header + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** Masked with zeros, which leaves the text readable. */
    private static byte[] frame(String text) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[6 + data.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | data.length);
        System.arraycopy(data, 0, frame, 6, data.length);
        return frame;
    }

    @Test
    void aClientThatIsGoneAtAnyMomentLeavesNothing() throws IOException {
        serve(null);
        int clients = Integer.getInteger("teleost.clients", 60);
        byte[] talk = (new String(frame(OPEN), StandardCharsets.ISO_8859_1)
                        + new String(
                                frame("{\"id\":2,\"op\":\"decide\",\"deadline_ms\":60000}"),
                                StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < clients; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
                socket.setSoLinger(i % 2 == 0, 0);
                write(socket, "");
                socket.getOutputStream().write(talk, 0, i * talk.length / (clients - 1));
                if (i % 3 == 0) {
                    assertThat(socket.getInputStream().read()).isEqualTo('H');
                }
            }
        }
        awaitEmpty();
        while (threads() > 0) {
            Thread.onSpinWait();
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().matches("teleost-(client-\\d+|serve-|session)"))
                .count();
    }

    @Test
    void aClientThatNeverReadsIsDisconnectedAndHoldsNobody() throws Exception {
        serve(null);
        Inbox other = new Inbox();
        WebSocket reading = connect(other);
        reading.sendText(OPEN, true).join();
        other.next();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
            socket.setReceiveBufferSize(4_096);
            write(socket, "");
            OutputStream out = socket.getOutputStream();
            byte[] nonsense = frame("x".repeat(100));
            boolean ended = false;
            for (long sent = 0; !ended; sent++) {
                try {
                    out.write(nonsense);
                } catch (IOException e) {
                    ended = true;
                }
                if (sent % 2_000 == 0) {
                    reading.sendText("{\"id\":2,\"op\":\"health\"}", true).join();
                    assertThat(other.next()).contains("\"level\":\"healthy\"");
                }
            }
        }
        while (served.clients() > 1) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anAddressThatIsTakenIsNamed() {
        serve(null);
        assertThatThrownBy(() -> WebSocketSessions.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), served.port()), null, out -> null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("can't listen on")
                .hasMessageContaining(Integer.toString(served.port()));
    }
}
