package org.teleost.learn.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.fixtures.ForcedFiles;

class CheckpointFileTest {
    private static final int LARGE = 200_001;

    @TempDir
    Path folder;

    private Path path;
    private CheckpointFile file;

    @BeforeEach
    void place() {
        path = folder.resolve("runs").resolve("a.checkpoint");
        file = new CheckpointFile(path);
    }

    private static void contents(CheckpointWriter writer, int number) throws IOException {
        writer.section("number", out -> out.writeInt(number));
        writer.section("nothing", out -> {});
        writer.section("large", out -> out.write(new byte[LARGE]));
        writer.section("name", out -> out.writeUTF("run " + number));
    }

    private void write(int number) throws IOException {
        file.write(writer -> contents(writer, number));
    }

    private static int number(Checkpoint checkpoint) throws IOException {
        int[] number = new int[1];
        checkpoint.section("number", in -> number[0] = in.readInt());
        return number[0];
    }

    private int openedNumber() throws IOException {
        try (Checkpoint checkpoint = file.open()) {
            return number(checkpoint);
        }
    }

    private static void damage(Path victim) throws IOException {
        byte[] bytes = Files.readAllBytes(victim);
        bytes[bytes.length / 2] ^= 1;
        Files.write(victim, bytes);
    }

    @Test
    void sectionsReadAsWrittenInAnyOrder() throws IOException {
        write(3);
        try (Checkpoint checkpoint = file.open()) {
            assertThat(checkpoint.path()).isEqualTo(path);
            assertThat(checkpoint.sections()).containsExactlyInAnyOrder("number", "nothing", "large", "name");
            checkpoint.section("name", in -> assertThat(in.readUTF()).isEqualTo("run 3"));
            checkpoint.section("nothing", in -> {});
            checkpoint.section("large", in -> {
                byte[] bytes = new byte[LARGE];
                in.readFully(bytes);
                assertThat(bytes).containsOnly(0);
            });
            assertThat(number(checkpoint)).isEqualTo(3);
        }
    }

    @Test
    void theOneBeforeTheNewestIsKept() throws IOException {
        for (int number = 1; number <= 4; number++) {
            write(number);
        }
        assertThat(openedNumber()).isEqualTo(4);
        Files.delete(path);
        assertThat(openedNumber()).isEqualTo(3);
        assertThat(file.exists()).isTrue();
    }

    @Test
    void theNewestIsForcedToDiskBeforeItTakesTheNameAndThenTheNamesAre() throws IOException {
        write(1);
        assertThat(ForcedFiles.during(() -> write(2))).containsExactly("a.checkpoint.new", "runs");
    }

    @Test
    void aDamagedOrCutNewestFallsBackToThePrevious() throws IOException {
        write(1);
        write(2);
        byte[] newest = Files.readAllBytes(path);
        damage(path);
        try (Checkpoint checkpoint = file.open()) {
            assertThat(checkpoint.path()).isEqualTo(file.previous());
        }
        Files.write(path, Arrays.copyOf(newest, newest.length - 1));
        assertThat(openedNumber()).isEqualTo(1);
    }

    @Test
    void bothDamagedIsRefusedNamingBoth() throws IOException {
        write(1);
        write(2);
        damage(path);
        damage(file.previous());
        assertThatThrownBy(file::open)
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("large")
                .hasMessageContaining(path.toString())
                .hasMessageContaining(file.previous().toString());
    }

    @Test
    void noCheckpointAtAllIsRefused() {
        assertThat(file.exists()).isFalse();
        assertThatThrownBy(file::open).isInstanceOf(CheckpointException.class).hasMessageContaining("no checkpoint");
    }

    @Test
    void aDamagedNewestNeverTakesThePlaceOfTheSoundPrevious() throws IOException {
        write(1);
        write(2);
        damage(path);
        CheckpointFile resumed = new CheckpointFile(path);
        resumed.write(writer -> contents(writer, 3));
        Files.delete(path);
        assertThat(openedNumber()).isEqualTo(1);
    }

    @Test
    void aDiskThatFillsUpAtAnyByteLosesNothing() throws IOException {
        write(1);
        write(2);
        long size = Files.size(path);
        for (long room = 0; room < size; room += Math.max(1, size / 97)) {
            long limit = room;
            CheckpointFile full = new CheckpointFile(path, p -> new FullDisk(p, limit));
            assertThatThrownBy(() -> full.write(writer -> contents(writer, 3)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
            assertThat(openedNumber()).isEqualTo(2);
            try (Checkpoint previous = Checkpoint.open(file.previous())) {
                assertThat(number(previous)).isEqualTo(1);
            }
            try (Stream<Path> files = Files.list(path.getParent())) {
                assertThat(files).hasSize(2);
            }
        }
    }

    @Test
    void aProcessThatDiesBetweenTheRenamesLeavesTheOneBefore() throws IOException {
        write(1);
        write(2);
        Files.move(path, file.previous(), StandardCopyOption.REPLACE_EXISTING);
        Files.write(path.resolveSibling("a.checkpoint.new"), new byte[100]);
        assertThat(openedNumber()).isEqualTo(2);
        write(3);
        assertThat(openedNumber()).isEqualTo(3);
        Files.delete(path);
        assertThat(openedNumber()).isEqualTo(2);
    }

    @Test
    void anErrorOfTheContentsIsPassedOnAndChangesNothing() throws IOException {
        write(1);
        assertThatThrownBy(() -> file.write(writer -> {
                    throw new IllegalStateException("not now");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(openedNumber()).isEqualTo(1);
    }

    @Test
    void aReaderThatDoesNotFitItsSectionIsRefused() throws IOException {
        write(1);
        try (Checkpoint checkpoint = file.open()) {
            assertThatThrownBy(() -> checkpoint.section("weights", in -> {}))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("no section named weights");
            assertThatThrownBy(() -> checkpoint.section("number", in -> in.readLong()))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("ends early");
            assertThatThrownBy(() -> checkpoint.section("number", in -> in.readShort()))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("left over");
        }
    }

    @Test
    void aSectionNameMayBeUsedOnce() {
        assertThatThrownBy(() -> file.write(writer -> {
                    contents(writer, 1);
                    contents(writer, 1);
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("number");
    }

    /** Takes so many bytes and no more. */
    private static final class FullDisk extends OutputStream {
        private final OutputStream out;
        private long left;

        FullDisk(OutputStream file, long room) {
            out = file;
            left = room;
        }

        @Override
        public void write(int b) throws IOException {
            if (left-- <= 0) {
                throw new IOException("No space left on device");
            }
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int fits = (int) Math.min(length, left);
            out.write(bytes, offset, fits);
            left -= fits;
            if (fits < length) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
