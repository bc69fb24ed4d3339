package org.teleost.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Planner and viewers over real sockets of this machine. */
class FeedConnectionTest {
    private final LiveFeed feed = new LiveFeed();
    private FeedPublisher publisher;

    @BeforeEach
    void publish() {
        publisher = FeedPublisher.open(feed, "walk", FeedAddress.parse("0"));
    }

    /** Also the proof that no thread stays behind. */
    @AfterEach
    void closeAndCount() {
        publisher.close();
        await(() -> threads().isEmpty());
        assertThat(threads()).isEmpty();
        assertThat(feed.readerCount()).isZero();
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("teleost-(publisher|viewer-.*|subscription)"))
                .collect(Collectors.toSet());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Feeds.PATIENCE;
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void severalViewersGetTheHistoryAndWhatFollows() throws IOException {
        EpisodeHead head = Feeds.episode(feed, 5);
        LiveFeed first = new LiveFeed();
        LiveFeed second = new LiveFeed();
        try (FeedSubscription one = FeedSubscription.attach(publisher.address(), first);
                FeedSubscription two = FeedSubscription.attach(publisher.address(), second);
                FeedReader a = first.reader();
                FeedReader b = second.reader()) {
            assertThat(one.name()).isEqualTo("walk");
            assertThat(two.address()).isEqualTo(publisher.address());
            await(() -> publisher.viewerCount() == 2);
            feed.add(new LiveRecord.Step(head, 5, bytes("{\"t\":5}"), bytes("{\"tree\":1}")));
            feed.add(new LiveRecord.Finished(head));
            feed.end("3 episodes done");
            List<LiveRecord> records = Feeds.untilEnd(a);
            assertThat(records.get(0)).isEqualTo(new LiveRecord.Started(head));
            assertThat(Feeds.steps(records)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
            LiveRecord.Step last = (LiveRecord.Step) records.get(6);
            assertThat(last.json()).isEqualTo(bytes("{\"t\":5}"));
            assertThat(last.tree()).isEqualTo(bytes("{\"tree\":1}"));
            assertThat(Feeds.reason(records)).isEqualTo("3 episodes done");
            assertThat(Feeds.steps(Feeds.untilEnd(b))).hasSize(6);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aLateViewerLearnsWhatTheEpisodeIsAboutThoughItsStartWasDropped() throws IOException {
        LiveFeed small = new LiveFeed(4, 1 << 20);
        LiveFeed local = new LiveFeed();
        try (FeedPublisher other = FeedPublisher.open(small, "small", FeedAddress.parse("0"))) {
            EpisodeHead head = Feeds.episode(small, 20);
            small.end("done");
            try (FeedSubscription subscription = FeedSubscription.attach(other.address(), local);
                    FeedReader reader = local.reader()) {
                assertThat(subscription.name()).isEqualTo("small");
                List<LiveRecord> records = Feeds.untilEnd(reader);
                assertThat(records.get(0)).isEqualTo(new LiveRecord.Started(head));
                assertThat(Feeds.steps(records)).containsExactly(17L, 18L, 19L);
            }
        }
    }

    @Test
    void aViewerThatReadsNothingLosesRecordsAndHoldsNobodyUp() throws IOException {
        LiveFeed small = new LiveFeed(32, 64 << 20);
        LiveFeed local = new LiveFeed();
        try (FeedPublisher other = FeedPublisher.open(small, "small", FeedAddress.parse("0"));
                Socket stuck = new Socket(
                        InetAddress.getLoopbackAddress(), other.address().port())) {
            EpisodeHead head = small.start("walk", 1, Map.of());
            String large = "x".repeat(100_000);
            // far more than sockets buffer; the writer would hang here if it waited
            for (int i = 0; i < 1_000; i++) {
                small.add(Feeds.step(head, i, large));
            }
            assertThat(stuck.isConnected()).isTrue();
            try (FeedSubscription subscription = FeedSubscription.attach(other.address(), local);
                    FeedReader reader = local.reader()) {
                assertThat(subscription.name()).isEqualTo("small");
                small.end("done");
                assertThat(Feeds.steps(Feeds.untilEnd(reader)))
                        .endsWith(LongStream.range(980, 1_000).boxed().toArray(Long[]::new));
            }
        }
    }

    @Test
    void viewersComeAndGoWithoutATrace() throws IOException {
        EpisodeHead head = Feeds.episode(feed, 1);
        for (int i = 0; i < 20; i++) {
            LiveFeed local = new LiveFeed();
            try (FeedSubscription subscription = FeedSubscription.attach(publisher.address(), local)) {
                assertThat(subscription.name()).isEqualTo("walk");
            }
            try (FeedReader reader = local.reader()) {
                assertThat(Feeds.reason(Feeds.untilEnd(reader))).contains("detached");
            }
            feed.add(Feeds.step(head, 1 + i));
        }
        await(() -> {
            feed.add(new LiveRecord.Finished(head));
            return publisher.viewerCount() == 0;
        });
        assertThat(feed.readerCount()).isZero();
    }

    @Test
    void aPlannerThatDiesIsReportedAndItsStepsAreKept() throws IOException {
        Feeds.episode(feed, 3);
        LiveFeed local = new LiveFeed();
        try (FeedSubscription subscription = FeedSubscription.attach(publisher.address(), local);
                FeedReader reader = local.reader()) {
            assertThat(subscription.name()).isEqualTo("walk");
            // as the end of a process does it: without a last word
            publisher.close();
            List<LiveRecord> records = Feeds.untilEnd(reader);
            assertThat(Feeds.steps(records)).containsExactly(0L, 1L, 2L);
            assertThat(Feeds.reason(records))
                    .contains("is gone", publisher.address().toString());
        }
    }

    @Test
    void aConnectionThatBreaksInsideAFrameIsReported() throws IOException {
        List<LiveRecord> records = from(stream(out -> {
            out.write(recorded(1));
            out.write(new byte[] {0, 0, 0, 99, 2, 0});
        }));
        assertThat(Feeds.steps(records)).containsExactly(0L);
        assertThat(Feeds.reason(records)).contains("broke off");
    }

    @Test
    void bytesThatAreNoFrameAreReported() throws IOException {
        List<LiveRecord> records = from(stream(out -> {
            out.write(recorded(2));
            out.writeInt(-5);
        }));
        assertThat(Feeds.steps(records)).containsExactly(0L, 1L);
        assertThat(Feeds.reason(records)).contains("unreadable", "-5 bytes");
    }

    @Test
    void framesOfUnknownTypesArePassedOver() throws IOException {
        List<LiveRecord> records = from(stream(out -> {
            out.write(recorded(1));
            out.write(new byte[] {0, 0, 0, 3, 77, 1, 2});
        }));
        assertThat(Feeds.steps(records)).containsExactly(0L);
        assertThat(Feeds.reason(records)).contains("is gone");
    }

    @Test
    void whatIsNoPlannerIsRefused() throws IOException {
        assertThatThrownBy(() -> from("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(CannotAttachException.class)
                .hasMessageContaining("is not a Teleost planner");
        assertThatThrownBy(() -> from(new byte[0]))
                .isInstanceOf(CannotAttachException.class)
                .hasMessageContaining("closed the connection");
    }

    @Test
    void aNewerPlannerIsRefusedWithBothVersions() throws IOException {
        byte[] newer = stream(out -> {
            out.write(FrameWriter.magic());
            out.writeShort(9);
            out.write("whatever version 9 says".getBytes(StandardCharsets.UTF_8));
        });
        assertThatThrownBy(() -> from(newer))
                .isInstanceOf(CannotAttachException.class)
                .hasMessageContaining("version 9")
                .hasMessageContaining("up to version 1");
    }

    @Test
    void aSilentPortIsNotWaitedForForever() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () -> FeedSubscription.attach(new FeedAddress("", silent.getLocalPort()), new LiveFeed()))
                    .isInstanceOf(CannotAttachException.class)
                    .hasMessageContaining("did not greet");
        }
    }

    @Test
    void aClosedPortAndAnUnknownHostNameTheWayOut() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertThatThrownBy(() -> FeedSubscription.attach(new FeedAddress("", port), new LiveFeed()))
                .isInstanceOf(CannotAttachException.class)
                .hasMessageContaining("nothing answers at 127.0.0.1:" + port)
                .hasMessageContaining("--publish");
        assertThatThrownBy(() -> FeedSubscription.attach(FeedAddress.parse("no.such.host.invalid:7"), new LiveFeed()))
                .isInstanceOf(CannotAttachException.class)
                .hasMessageContaining("no.such.host.invalid");
    }

    @Test
    void aPortInUseIsNamed() {
        FeedAddress taken = publisher.address();
        assertThatThrownBy(() -> FeedPublisher.open(feed, "second", taken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(taken.toString())
                .hasMessageContaining("another port");
    }

    @Test
    void publishesToThisMachineOnlyUnlessToldOtherwise() throws IOException {
        assertThat(InetAddress.getByName(publisher.address().host()).isLoopbackAddress())
                .isTrue();
    }

    @Test
    void oneViewerTooManyIsToldSo() throws IOException {
        List<FeedSubscription> viewers = new ArrayList<>();
        try {
            for (int i = 0; i < FeedPublisher.MOST_VIEWERS; i++) {
                viewers.add(FeedSubscription.attach(publisher.address(), new LiveFeed()));
            }
            assertThatThrownBy(() -> FeedSubscription.attach(publisher.address(), new LiveFeed()))
                    .isInstanceOf(CannotAttachException.class)
                    .hasMessageContaining("16 viewers");
        } finally {
            viewers.forEach(FeedSubscription::close);
        }
    }

    @Test
    void connectionsThatNeverReadMakeRoomForOneThatDoes() throws IOException {
        EpisodeHead head = Feeds.episode(feed, 1);
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < FeedPublisher.MOST_VIEWERS; i++) {
                silent.add(new Socket(
                        InetAddress.getLoopbackAddress(),
                        publisher.address().socketAddress().getPort()));
            }
            await(() -> publisher.viewerCount() == FeedPublisher.MOST_VIEWERS);
            String large = "x".repeat(1 << 20);
            long[] index = {1};
            await(() -> {
                feed.add(Feeds.step(head, index[0]++, large));
                try (FeedSubscription one = FeedSubscription.attach(publisher.address(), new LiveFeed())) {
                    return one.name().equals("walk");
                } catch (IOException e) {
                    return false;
                }
            });
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    private interface Script {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] stream(Script script) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        script.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** A greeting, an episode and its first steps. */
    static byte[] recorded(int steps) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(bytes);
        writer.greeting(FrameWriter.WELCOME, "recorded");
        EpisodeHead head = new EpisodeHead(0, "walk", 1, Map.of("problem", "walk"));
        for (int i = 0; i < steps; i++) {
            writer.write(Feeds.step(head, i));
        }
        writer.alive();
        writer.flush();
        return bytes.toByteArray();
    }

    /** What a subscription makes of a server that says exactly these bytes and hangs up. */
    private static List<LiveRecord> from(byte[] said) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread speaker = new Thread(() -> say(server, said));
            speaker.start();
            LiveFeed local = new LiveFeed();
            try (FeedSubscription subscription =
                            FeedSubscription.attach(new FeedAddress("", server.getLocalPort()), local);
                    FeedReader reader = local.reader()) {
                assertThat(subscription.name()).isEqualTo("recorded");
                return Feeds.untilEnd(reader);
            } finally {
                join(speaker);
            }
        }
    }

    private static void say(ServerSocket server, byte[] said) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(said);
            socket.shutdownOutput();
            // until the other side has hung up
            InputStream in = socket.getInputStream();
            assertThat(in.read()).isNegative();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
