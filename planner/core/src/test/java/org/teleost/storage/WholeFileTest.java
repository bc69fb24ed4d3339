package org.teleost.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.fixtures.ForcedFiles;

class WholeFileTest {
    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void isWrittenOrReplacedWhole() throws IOException {
        Path file = folder.resolve("a.txt");
        WholeFile.write(file, "old");
        WholeFile.write(file, "n\u00ebw");
        assertThat(file).usingCharset(StandardCharsets.UTF_8).hasContent("n\u00ebw");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void foldersOnTheWayAreCreated() throws IOException {
        WholeFile.write(folder.resolve("x/y/a.txt"), "text");
        assertThat(folder.resolve("x/y/a.txt")).hasContent("text");
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElseAndNamesTheFile() throws IOException {
        Path file = folder.resolve("a.txt");
        WholeFile.write(file, "old");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(new byte[100]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(WriteFailure.class)
                .hasMessage("can't write " + file + ": No space left on device");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void whatIsNotFinishedNeverAppears() throws IOException {
        Path file = folder.resolve("a.txt");
        try (WholeFile whole = WholeFile.begin(file)) {
            Files.writeString(whole.draft(), "half");
            assertThat(file).doesNotExist();
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void writersOfOneFileDoNotMix() throws IOException {
        Path file = folder.resolve("a.txt");
        try (WholeFile one = WholeFile.begin(file);
                WholeFile other = WholeFile.begin(file)) {
            one.write(out -> out.write("one".getBytes(StandardCharsets.UTF_8)));
            other.write(out -> out.write("the other".getBytes(StandardCharsets.UTF_8)));
            one.finish();
            assertThat(file).hasContent("one");
            other.finish();
        }
        assertThat(file).hasContent("the other");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aWriterAloneReplacesWhatAKilledOneLeft() throws IOException {
        Files.writeString(folder.resolve("a.txt.new"), "left behind");
        try (WholeFile whole = WholeFile.beginAlone(folder.resolve("a.txt"))) {
            whole.write(out -> out.write('x'));
            whole.finish();
        }
        assertThat(folder.resolve("a.txt")).hasContent("x");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aFolderInThePlaceOfTheFileIsNamed() {
        assertThatThrownBy(() -> WholeFile.write(folder, "x"))
                .hasMessage("can't write " + folder + ": it is a folder; name a file in it");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceIsNotReplacedByAFile() {
        assertThatThrownBy(() -> WholeFile.write(Path.of("/dev/null"), "x")).hasMessageContaining("it is a device");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLinkKeepsPointingToTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        WholeFile.write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void aFileInPlaceOfAFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> WholeFile.write(file.resolve("a.txt"), "x"))
                .isInstanceOf(WriteFailure.class)
                .hasMessageContaining("can't write " + file.resolve("a.txt"));
    }

    @Test
    void theContentIsForcedBeforeTheNameIs() throws IOException {
        Path file = folder.resolve("a.txt");
        List<String> forced = ForcedFiles.during(() -> WholeFile.write(file, "text"));
        assertThat(forced).hasSize(2);
        assertThat(forced.get(0)).startsWith("a.txt.").endsWith(".new");
        assertThat(forced.get(1)).isEqualTo(folder.getFileName().toString());
    }

    @Test
    void aDraftThatAnotherProgramWroteIsForcedToo() throws IOException {
        Path file = folder.resolve("a.txt");
        List<String> forced = ForcedFiles.during(() -> {
            try (WholeFile whole = WholeFile.begin(file)) {
                Files.writeString(whole.draft(), "text");
                whole.finish();
            }
        });
        assertThat(forced).hasSize(2);
    }

    @Test
    void anInterruptedThreadWritesAndStaysInterrupted() throws IOException {
        Path file = folder.resolve("a.txt");
        Thread.currentThread().interrupt();
        WholeFile.write(file, "text");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("text");
    }
}
