package org.teleost.viewer.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImGuiLibraryTest {
    @TempDir
    Path folder;

    @Test
    void aLibraryThatSomebodyElseLeftIsReplaced() throws IOException {
        byte[] library = "the library".getBytes(UTF_8);
        Path place = folder.resolve("lib.so");
        Files.writeString(place, "the lobrary");
        ImGuiLibrary.unpack(library, place);
        assertThat(place).hasBinaryContent(library);
        var written = Files.getLastModifiedTime(place);
        ImGuiLibrary.unpack(library, place);
        assertThat(Files.getLastModifiedTime(place)).isEqualTo(written);
        assertThat(folder.toFile().list()).containsExactly("lib.so");
    }

    @Test
    void aLinkToTheRightBytesIsReplacedByThem() throws IOException {
        byte[] library = "the library".getBytes(UTF_8);
        Path elsewhere = Files.write(folder.resolve("elsewhere"), library);
        Path place = Files.createSymbolicLink(folder.resolve("lib.so"), elsewhere);
        ImGuiLibrary.unpack(library, place);
        assertThat(Files.isSymbolicLink(place)).isFalse();
        assertThat(place).hasBinaryContent(library);
    }

    @Test
    void theBindingIsToldAFolderThatHoldsTheLibraryOfTheClassPath() throws IOException {
        String before = System.clearProperty(ImGuiLibrary.FOLDER);
        try {
            ImGuiLibrary.prepare(folder);
            String told = System.getProperty(ImGuiLibrary.FOLDER);
            if (told != null) {
                assertThat(told).isEqualTo(folder.toString());
                assertThat(folder.resolve(System.mapLibraryName("imgui-java64")))
                        .isNotEmptyFile();
            }
        } finally {
            if (before == null) {
                System.clearProperty(ImGuiLibrary.FOLDER);
            } else {
                System.setProperty(ImGuiLibrary.FOLDER, before);
            }
        }
    }

    /** The cause is part of the message: the advice alone would give the same message again. */
    @Test
    void whyItCanNotBeUnpackedIsSaid() throws IOException {
        String before = System.clearProperty(ImGuiLibrary.FOLDER);
        try {
            Path file = Files.createFile(folder.resolve("file"));
            assertThatThrownBy(() -> ImGuiLibrary.prepare(file))
                    .hasMessageContaining("into " + file + ": ")
                    .hasMessageContaining("XDG_CACHE_HOME");
        } finally {
            if (before != null) {
                System.setProperty(ImGuiLibrary.FOLDER, before);
            }
        }
    }
}
