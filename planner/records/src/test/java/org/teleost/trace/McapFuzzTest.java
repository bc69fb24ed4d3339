package org.teleost.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files: no hang, no error but IOException, no invented message, no intact chunk lost. */
class McapFuzzTest {
    private static final int COUNT = 36;
    private static final int PER_CHUNK = 3;

    @TempDir
    Path folder;

    private Path file;
    private byte[] intact;
    private List<ChunkIndex> chunks;

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("a.mcap");
        McapFiles.write(file, COUNT, PER_CHUNK);
        intact = Files.readAllBytes(file);
        chunks = McapFiles.chunkIndexes(file);
    }

    /** What a reader makes of the bytes: null when it refuses to open them. */
    private List<String> read(byte[] content) throws IOException {
        overwrite(content);
        try (McapReader reader = McapReader.open(file)) {
            List<String> texts = McapFiles.texts(reader.messages());
            assertThat(texts.size()).isLessThanOrEqualTo(COUNT);
            reader.verify();
            if (texts.size() < COUNT) {
                assertThat(reader.damage()).isNotEmpty();
            }
            return texts;
        } catch (IOException e) {
            assertThat(e).hasMessageContaining(file.toString());
            return null;
        }
    }

    /** Not Files.write: ext4 flushes a file that was cut to nothing, milliseconds each time. */
    private void overwrite(byte[] content) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(content);
            out.setLength(content.length);
        }
    }

    /** Messages of the chunks that end at or before {@code limit} or begin at or after {@code resume}. */
    private List<String> outside(long limit, long resume) {
        List<String> texts = new ArrayList<>();
        for (int c = 0; c < chunks.size(); c++) {
            long start = chunks.get(c).offset();
            if (start + chunks.get(c).length() <= limit || start >= resume) {
                texts.addAll(McapFiles.expected(c * PER_CHUNK, (c + 1) * PER_CHUNK));
            }
        }
        return texts;
    }

    @Test
    void truncationAtEveryByteKeepsExactlyTheFinishedChunks() {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int length = 0; length < intact.length; length++) {
                List<String> texts = read(Arrays.copyOf(intact, length));
                if (length < McapFormat.MAGIC_LENGTH) {
                    assertThat(texts).isNull();
                } else {
                    assertThat(texts).as("length %d", length).isEqualTo(outside(length, Long.MAX_VALUE));
                }
            }
        });
    }

    @Test
    void flipOfEveryByteCostsAtMostTheChunkItHits() {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            Random random = new Random(11);
            for (int at = McapFormat.MAGIC_LENGTH; at < intact.length; at++) {
                byte[] content = intact.clone();
                content[at] ^= (byte) (1 + random.nextInt(255));
                assertThat(read(content)).as("flip at %d", at).containsAll(outside(at, at + 1));
            }
        });
    }

    @Test
    void flipInAFileWithoutFooterCostsAtMostTheChunkItHits() {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            Random random = new Random(12);
            int end = (int) (chunks.get(11).offset() + chunks.get(11).length());
            List<String> all = McapFiles.expected(0, COUNT);
            for (int at = McapFormat.MAGIC_LENGTH; at < end; at++) {
                byte[] content = Arrays.copyOf(intact, end);
                content[at] ^= (byte) (1 + random.nextInt(255));
                assertThat(read(content))
                        .as("flip at %d", at)
                        .containsAll(outside(at, at + 1))
                        .isSubsetOf(all);
            }
        });
    }

    @Test
    void severalRandomMutationsNeverInventMessages() {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            Random random = new Random(13);
            List<String> all = McapFiles.expected(0, COUNT);
            for (int round = 0; round < 10_000; round++) {
                byte[] content = intact;
                int first = intact.length;
                for (int k = random.nextInt(4); k >= 0; k--) {
                    int at = random.nextInt(Math.max(1, content.length));
                    first = Math.min(first, at);
                    content = mutate(content, at, random);
                }
                List<String> texts = read(content);
                if (texts != null) {
                    assertThat(texts).as("round %d", round).isSubsetOf(all).doesNotHaveDuplicates();
                    assertThat(texts).as("round %d", round).containsAll(outside(first, Long.MAX_VALUE));
                } else {
                    assertThat(first).isLessThan(McapFormat.MAGIC_LENGTH);
                }
            }
        });
    }

    /** Overwrites, inserts, deletes or cuts off at one place; everything before it stays. */
    private static byte[] mutate(byte[] content, int at, Random random) {
        byte[] junk = new byte[1 + random.nextInt(random.nextBoolean() ? 4 : 300)];
        if (random.nextBoolean()) {
            random.nextBytes(junk);
        }
        int kind = random.nextInt(8);
        int skipped = kind < 4 ? junk.length : kind < 6 ? 0 : kind == 6 ? random.nextInt(400) : content.length;
        int rest = Math.min(content.length, at + skipped);
        int inserted = kind < 6 ? junk.length : 0;
        byte[] result = new byte[at + inserted + content.length - rest];
        System.arraycopy(content, 0, result, 0, at);
        System.arraycopy(junk, 0, result, at, inserted);
        System.arraycopy(content, rest, result, at + inserted, content.length - rest);
        return result;
    }
}
