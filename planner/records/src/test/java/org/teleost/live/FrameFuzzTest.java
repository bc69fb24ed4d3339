package org.teleost.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

/** Whatever arrives, the reader yields records, ends, or fails with one of its two exceptions. */
class FrameFuzzTest {
    private static final int ROUNDS = 30_000;

    private final RandomStream random = new RandomStream(20);

    private static byte[] valid() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FrameWriter writer = new FrameWriter(bytes);
        writer.greeting(FrameWriter.WELCOME, "fuzz");
        EpisodeHead head = new EpisodeHead(3, "wälk", -9, Map.of("problem", "walk", "seed", "1"));
        writer.write(new LiveRecord.Started(head));
        for (int i = 0; i < 4; i++) {
            writer.write(Feeds.step(head, i));
            writer.alive();
        }
        writer.write(new LiveRecord.Finished(head));
        writer.write(new LiveRecord.End("done"));
        writer.flush();
        return bytes.toByteArray();
    }

    /** Records read before the end or the first fault. */
    private static int read(byte[] bytes) throws IOException {
        FrameReader reader = new FrameReader(new ByteArrayInputStream(bytes));
        int records = 0;
        try {
            FrameReader.Greeting greeting = reader.greeting();
            assertThat(greeting.text().length()).isLessThanOrEqualTo(4_096);
            while (reader.next() != null) {
                records++;
            }
        } catch (EOFException | FeedFormatException e) {
            assertThat(e).isNotNull();
        }
        return records;
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        assertThat(read(valid())).isEqualTo(7);
    }

    @Test
    void everyCutYieldsTheFramesBeforeIt() throws IOException {
        byte[] valid = valid();
        int before = 0;
        for (int length = 0; length <= valid.length; length++) {
            int records = read(Arrays.copyOf(valid, length));
            assertThat(records).isBetween(before, 7);
            before = records;
        }
        assertThat(before).isEqualTo(7);
    }

    @Test
    void changedBytesNeverEndInAnotherException() throws IOException {
        byte[] valid = valid();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] changed = valid.clone();
            for (int i = 0; i <= random.nextInt(6); i++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(changed)).isBetween(0, 60);
        }
    }

    @Test
    void noiseAfterAGoodGreetingNeverEndsInAnotherException() throws IOException {
        byte[] start = Arrays.copyOf(valid(), 19);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] noise = Arrays.copyOf(start, 19 + random.nextInt(80));
            for (int i = 19; i < noise.length; i++) {
                // small numbers make lengths and types that are plausible
                noise[i] = (byte) random.nextInt(random.nextInt(2) == 0 ? 6 : 256);
            }
            assertThat(read(noise)).isBetween(0, 20);
        }
    }

    @Test
    void lengthsAreNotBelievedBeforeTheBytesAreThere() throws IOException {
        byte[] start = Arrays.copyOf(valid(), 24);
        // a frame of 64 MiB of which nothing follows, a thousand times: allocating it each time would take minutes
        System.arraycopy(new byte[] {4, 0, 0, 0, FrameWriter.STEP}, 0, start, 19, 5);
        for (int round = 0; round < 1_000; round++) {
            assertThat(read(start)).isZero();
        }
    }

    /** 64 MiB are read, one byte more is refused before anything is taken for it. */
    @Test
    void theLongestFrameIsSixtyFourMebibytes() {
        int longest = 64 << 20;
        assertThatThrownBy(() -> new FrameReader(new ByteArrayInputStream(length(longest + 1))).next())
                .isInstanceOf(FeedFormatException.class)
                .hasMessage("frame of " + (longest + 1) + " bytes; allowed range 1 to " + longest);
        assertThatThrownBy(() -> new FrameReader(new ByteArrayInputStream(length(longest))).next())
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> new FrameReader(new ByteArrayInputStream(length(0))).next())
                .isInstanceOf(FeedFormatException.class);
    }

    /** The head of a frame, and its type. */
    private static byte[] length(int bytes) {
        return new byte[] {(byte) (bytes >> 24), (byte) (bytes >> 16), (byte) (bytes >> 8), (byte) bytes, 99};
    }
}
