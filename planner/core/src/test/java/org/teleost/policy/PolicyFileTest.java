package org.teleost.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.random.RandomStream;

class PolicyFileTest {
    private static final SavedPolicy POLICY = new SavedPolicy(
            "pendulum",
            RandomPolicies.policy(3, Activation.TANH, 3, 13, 6, 2),
            Map.of("seed", "3", "steps", "20000", "note", "Flossenstrahl \u00fc\ud83d\udc1f", "empty", ""));

    @TempDir
    Path folder;

    private Path file;
    private byte[] intact;

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("a.policy");
        PolicyFile.write(file, POLICY);
        intact = Files.readAllBytes(file);
    }

    @Test
    void whatIsReadEqualsWhatWasWritten() throws IOException {
        assertThat(PolicyFile.read(file)).isEqualTo(POLICY);
        SavedPolicy bare =
                new SavedPolicy("x", RandomPolicies.policy(9, Activation.RELU, 207, 64, 1), Collections.emptyMap());
        PolicyFile.write(file, bare);
        assertThat(PolicyFile.read(file)).isEqualTo(bare);
    }

    @Test
    void equalPoliciesGiveEqualBytesWhateverTheOrderOfTheFacts() {
        Map<String, String> ascending = new LinkedHashMap<>();
        ascending.put("a", "1");
        ascending.put("b", "2");
        Map<String, String> descending = new LinkedHashMap<>();
        descending.put("b", "2");
        descending.put("a", "1");
        SavedPolicy sorted = new SavedPolicy("p", POLICY.network(), ascending);
        SavedPolicy turned = new SavedPolicy("p", POLICY.network(), descending);
        assertThat(PolicyCodec.encode(turned)).isEqualTo(PolicyCodec.encode(sorted));
    }

    @Test
    void theFileHasTheDocumentedLayout() {
        ByteBuffer in = ByteBuffer.wrap(intact);
        byte[] mark = new byte[8];
        in.get(mark);
        assertThat(mark).containsExactly(0x89, 'T', 'P', 'O', 'L', 0x0D, 0x0A, 0x1A);
        assertThat(in.getInt()).isEqualTo(1);
        assertThat(in.getLong()).isEqualTo(intact.length);
        assertThat(in.getInt()).isEqualTo("pendulum".length());
        in.position(in.position() + "pendulum".length());
        assertThat(in.getLong()).isEqualTo(3);
        assertThat(in.getFloat()).isEqualTo(-20f);
        assertThat(in.getFloat()).isEqualTo(2f);
        assertThat(in.getInt()).isEqualTo(2);
        in.position(in.position() + 16);
        assertThat(in.getInt()).as("layers").isEqualTo(3);
        assertThat(in.getInt()).as("inputs").isEqualTo(3);
        assertThat(in.getInt()).as("outputs").isEqualTo(13);
        assertThat(in.get()).as("activation").isEqualTo((byte) 2);
        assertThat(in.getFloat()).isEqualTo(POLICY.network().layers().get(0).weights()[0]);
    }

    @Test
    void writingReplacesInOneStepAndLeavesNoOtherFile() throws IOException {
        SavedPolicy newer = new SavedPolicy("pendulum", RandomPolicies.policy(4, Activation.RELU, 3, 6, 1), Map.of());
        PolicyFile.write(file, newer);
        assertThat(PolicyFile.read(file)).isEqualTo(newer);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aWriteThatFailsNamesTheFileAndLeavesNothing() throws IOException {
        Path folderInTheWay = Files.createDirectory(folder.resolve("b.policy"));
        assertThatThrownBy(() -> PolicyFile.write(folderInTheWay, POLICY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folderInTheWay + ": it is a folder");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, folderInTheWay);
        }
    }

    @Test
    void aMissingFileIsNotCalledDamaged() {
        assertThatThrownBy(() -> PolicyFile.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void everyTruncationIsRefused() {
        for (int length = 0; length < intact.length; length++) {
            byte[] content = Arrays.copyOf(intact, length);
            assertThatThrownBy(() -> PolicyCodec.decode(content, "a.policy"))
                    .as("length=%d", length)
                    .isInstanceOf(PolicyFileException.class)
                    .hasMessageContaining("file=a.policy")
                    .hasMessageContaining(length < 8 ? "not a policy file" : "cut short");
        }
    }

    @Test
    void everySingleDamagedByteIsRefused() {
        for (int i = 0; i < intact.length; i++) {
            byte[] content = intact.clone();
            content[i] ^= (byte) (1 << (i % 8));
            assertThatThrownBy(() -> PolicyCodec.decode(content, "a.policy"))
                    .as("position=%d", i)
                    .isInstanceOf(PolicyFileException.class);
        }
    }

    @Test
    void randomDamageIsRefusedOrHarmless() throws IOException {
        RandomStream stream = new RandomStream(17);
        for (int k = 0; k < 20_000; k++) {
            byte[] content = damaged(stream);
            try {
                assertThat(PolicyCodec.decode(content, "a.policy")).isEqualTo(POLICY);
            } catch (PolicyFileException refused) {
                assertThat(refused).hasMessageContaining("file=a.policy");
            }
        }
    }

    @Test
    void damageBehindARepairedChecksumIsRefusedOrReadsAsAValidPolicy() {
        RandomStream stream = new RandomStream(19);
        int refusals = 0;
        for (int k = 0; k < 20_000; k++) {
            byte[] content = damaged(stream);
            if (content.length < PolicyCodec.HEADER_BYTES + PolicyCodec.CHECKSUM_BYTES) {
                continue;
            }
            repair(content);
            try {
                SavedPolicy read = PolicyCodec.decode(content, "a.policy");
                assertThat(PolicyCodec.encode(read)).hasSizeLessThanOrEqualTo(content.length);
            } catch (PolicyFileException refused) {
                refusals++;
            }
        }
        assertThat(refusals).isPositive();
    }

    /** One to four bytes changed; every third time cut short as well, every fifth time longer. */
    private byte[] damaged(RandomStream stream) {
        int kind = stream.nextInt(15);
        int length = kind % 3 == 0 ? stream.nextInt(intact.length) + 1 : intact.length;
        byte[] content = Arrays.copyOf(intact, kind % 5 == 0 ? length + 7 : length);
        int flips = 1 + stream.nextInt(4);
        for (int i = 0; i < flips; i++) {
            // half of the damage goes to the first 80 bytes, where the sizes are
            int reach = stream.nextBoolean(0.5) ? Math.min(80, content.length) : content.length;
            content[stream.nextInt(reach)] = (byte) stream.nextLong();
        }
        return content;
    }

    private static void repair(byte[] content) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        buffer.putLong(0, PolicyCodec.MAGIC);
        buffer.putInt(8, PolicyCodec.FORMAT);
        buffer.putLong(12, content.length);
        int end = content.length - PolicyCodec.CHECKSUM_BYTES;
        buffer.putInt(end, PolicyCodec.checksum(content, end));
    }

    @Test
    void hugeSizesAreRefusedBeforeAnythingIsAllocated() {
        int layerStart = PolicyCodec.HEADER_BYTES + 4 + "pendulum".length() + 16 + 4 + 16 + 4;
        byte[] content = intact.clone();
        ByteBuffer.wrap(content).putInt(layerStart, 1 << 16).putInt(layerStart + 4, 1 << 16);
        repair(content);
        assertThatThrownBy(() -> PolicyCodec.decode(content, "a.policy"))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageContaining("field=weights bytes value=17179869184");
        ByteBuffer.wrap(content).putInt(layerStart, Integer.MAX_VALUE);
        repair(content);
        assertThatThrownBy(() -> PolicyCodec.decode(content, "a.policy"))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageContaining("field=inputs value=2147483647 most=65536");
    }

    @Test
    void aNewerFormatIsNamedAsSuch() {
        byte[] content = intact.clone();
        ByteBuffer.wrap(content).putInt(8, 2);
        assertThatThrownBy(() -> PolicyCodec.decode(content, "a.policy"))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageContaining("format=2 supported=1")
                .hasMessageContaining("use a newer Teleost");
    }

    @Test
    void foreignFilesAndFilesTooLargeAreRefused() throws IOException {
        Files.writeString(file, "{\"weights\": []}");
        assertThatThrownBy(() -> PolicyFile.read(file))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageContaining("not a policy file");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(PolicyCodec.MAX_BYTES + 1L);
        }
        assertThatThrownBy(() -> PolicyFile.read(file))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void textsThatCouldNotBeReadBackAreRefusedBeforeWriting() {
        PolicyNetwork network = POLICY.network();
        assertThatThrownBy(() -> new SavedPolicy(" ", network, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("blank problem");
        assertThatThrownBy(() -> new SavedPolicy("p", network, Map.of("k", "\ud83d")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fact k has half of a surrogate pair");
        assertThatThrownBy(() -> new SavedPolicy("p", network, Map.of("k", "x".repeat(5000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bytes=5000");
    }

    @Test
    void networksBeyondTheLimitsAreRefusedBeforeWriting() {
        int width = PolicyCodec.MAX_WIDTH + 1;
        DenseLayer head = new DenseLayer(width, 2, new float[2 * width], new float[2], Activation.NONE);
        PolicyNetwork wide = new PolicyNetwork(List.of(head), new float[1], new float[1], -20f, 2f, 0);
        assertThatThrownBy(() -> PolicyFile.write(file, new SavedPolicy("p", wide, Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65537");
    }
}
