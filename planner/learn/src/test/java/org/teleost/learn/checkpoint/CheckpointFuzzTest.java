package org.teleost.learn.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.random.RandomStream;

/** Damaged files: they read as they were or are refused with a checkpoint exception, never anything else. */
class CheckpointFuzzTest {
    @TempDir
    Path folder;

    private Path path;
    private byte[] intact;

    @BeforeEach
    void writeFile() throws IOException {
        path = folder.resolve("a.checkpoint");
        new CheckpointFile(path).write(writer -> {
            writer.section("first", out -> out.writeLong(42));
            writer.section("second", out -> out.write(new byte[150]));
        });
        intact = Files.readAllBytes(path);
    }

    private boolean reads(byte[] bytes) throws IOException {
        overwrite(bytes);
        try (Checkpoint checkpoint = Checkpoint.open(path)) {
            checkpoint.section("first", in -> assertThat(in.readLong()).isEqualTo(42));
            checkpoint.section("second", in -> in.readFully(new byte[150]));
            return true;
        } catch (CheckpointException e) {
            assertThat(e).hasMessageContaining(path.toString());
            return false;
        }
    }

    /** Not Files.write, which cuts the file to nothing first: some file systems then flush it every time. */
    private void overwrite(byte[] bytes) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(path.toFile(), "rw")) {
            out.write(bytes);
            out.setLength(bytes.length);
        }
    }

    @Test
    void theIntactFileReads() throws IOException {
        assertThat(reads(intact)).isTrue();
    }

    @Test
    void everyFlippedBitIsRefused() throws IOException {
        for (int bit = 0; bit < 8 * intact.length; bit++) {
            byte[] bytes = intact.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            if (reads(bytes)) {
                fail("flipped bit " + bit + " was not noticed");
            }
        }
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        for (int length = 0; length < intact.length; length++) {
            assertThat(reads(Arrays.copyOf(intact, length))).isFalse();
        }
    }

    @Test
    void appendedAndRandomlyOverwrittenBytesAreRefused() throws IOException {
        assertThat(reads(Arrays.copyOf(intact, intact.length + 1))).isFalse();
        RandomStream stream = new RandomStream(11);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = intact.clone();
            int from = stream.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + stream.nextInt(30));
            for (int k = from; k < to; k++) {
                bytes[k] = (byte) stream.nextLong();
            }
            assertThat(reads(bytes)).isEqualTo(Arrays.equals(bytes, intact));
        }
    }
}
