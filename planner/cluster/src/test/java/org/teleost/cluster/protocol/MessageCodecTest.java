package org.teleost.cluster.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.cluster.protocol.Message.Alive;
import org.teleost.cluster.protocol.Message.Cells;
import org.teleost.cluster.protocol.Message.Done;
import org.teleost.cluster.protocol.Message.Failed;
import org.teleost.cluster.protocol.Message.Held;
import org.teleost.cluster.protocol.Message.Hello;
import org.teleost.cluster.protocol.Message.Kept;
import org.teleost.cluster.protocol.Message.Part;
import org.teleost.cluster.protocol.Message.Ready;
import org.teleost.cluster.protocol.Message.Refused;
import org.teleost.cluster.protocol.Message.Stop;
import org.teleost.cluster.protocol.Message.Task;
import org.teleost.cluster.protocol.Message.Welcome;
import org.teleost.experiment.cell.Cell;

class MessageCodecTest {
    private static final Cell CELL = Cell.of("row 3")
            .with("x", 1.5, Double.NaN, -0.0)
            .with("none", new double[0])
            .with("word", "öl, \n")
            .withFile("a.mcap", new byte[] {1, 2, 3});

    static List<Message> messages() {
        return List.of(
                new Hello(Message.PROTOCOL, "build", "host", "name", -5L, 3, 7L),
                new Welcome(7L, List.of("plan", "tiger")),
                new Refused("no"),
                new Ready(7L, 2, -9L, 4, List.of(new Held("row 1", 1), new Held("row 2", 2))),
                new Alive(7L),
                new Task(7L, 2, "row 1", 3),
                new Done(7L, 2, 1, CELL),
                new Failed(7L, 2, "row 1", 3, "too hot"),
                new Kept(7L, "row 1", 3),
                new Cells(7L, 2, true, List.of(CELL, Cell.of("row 4"))),
                new Stop(7L, "done"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messagesAreReadBack(Message message) {
        assertThat(MessageCodec.decode(MessageCodec.encode(message))).isEqualTo(message);
    }

    @Test
    void filesOfACellAreReadBack() {
        Done done = (Done) MessageCodec.decode(MessageCodec.encode(new Done(1, 1, 1, CELL)));
        assertThat(done.cell().files().get("a.mcap")).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatIsCutShortOrTooLongIsNoMessage(Message message) {
        byte[] bytes = MessageCodec.encode(message);
        for (int length = 0; length < bytes.length; length++) {
            byte[] some = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> MessageCodec.decode(some)).isInstanceOf(ProtocolException.class);
        }
        byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> MessageCodec.decode(more)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void mutantsAreMessagesOrRefusedAndNeverAllocateMoreThanTheyBring() {
        Random random = new Random(18);
        for (int i = 0; i < 50_000; i++) {
            List<Message> all = messages();
            byte[] bytes = MessageCodec.encode(all.get(random.nextInt(all.size())));
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(MessageCodec.decode(bytes)).isNotNull();
            } catch (ProtocolException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void anotherProtocolIsNamedWithBothSides() {
        byte[] bytes = MessageCodec.encode(new Hello(9, "b", "h", "n", 1, 1, 0));
        assertThatThrownBy(() -> MessageCodec.decode(bytes))
                .hasMessageContaining("protocol=9")
                .hasMessageContaining("this master's is " + Message.PROTOCOL);
    }

    @Test
    void aLongMessageGoesInPiecesOfWhichNoneMayBeLost() {
        byte[] file = new byte[2 * 1024 * 1024 + 17];
        new Random(1).nextBytes(file);
        Message message = new Done(1, 1, 1, Cell.of("big").withFile("a", file));
        List<byte[]> pieces = new ArrayList<>();
        Parts.split(MessageCodec.encode(message), pieces::add);
        assertThat(pieces).hasSizeGreaterThan(8).allMatch(piece -> piece.length < Parts.PIECE + 100);

        Parts parts = new Parts();
        assertThat(join(parts, pieces.subList(0, 3))).isNull();
        assertThat(join(parts, pieces.subList(4, pieces.size()))).isNull();
        Done whole = (Done) join(parts, pieces);
        assertThat(whole.cell().files().get("a")).isEqualTo(file);
        assertThatThrownBy(() -> parts.join(new Part(1, 0, 2000, new byte[1]))).isInstanceOf(ProtocolException.class);
    }

    private static Message join(Parts parts, List<byte[]> pieces) {
        Message last = null;
        for (byte[] piece : pieces) {
            last = parts.join((Part) MessageCodec.decode(piece));
        }
        return last;
    }
}
