package org.teleost.viewer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.viewer.ui.Panel;
import org.teleost.viewer.ui.Panels;

class SavedLayoutTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Path file = folder.resolve("some").resolve("viewer.layout");
        SavedLayout layout = new SavedLayout(1500, 900, new Panels(Set.of(Panel.TREE, Panel.HISTORY), 0.25, 0.5), 3);
        layout.write(file);
        assertThat(SavedLayout.read(file)).isEqualTo(layout);
        SavedLayout none = new SavedLayout(640, 480, new Panels(Set.of(), 0, 0.3), -2);
        none.write(file);
        assertThat(SavedLayout.read(file)).isEqualTo(none);
    }

    @Test
    void aFileWithoutTheSizeOfTextIsRead() throws IOException {
        Path file = folder.resolve("viewer.layout");
        Files.writeString(file, "version=1\nwidth=640\nheight=480\npanels=none\nside=0\ndock=0.3\n");
        assertThat(SavedLayout.read(file)).isEqualTo(new SavedLayout(640, 480, new Panels(Set.of(), 0, 0.3), 0));
    }

    @Test
    void aMissingFileIsTheDefault() throws IOException {
        assertThat(SavedLayout.read(folder.resolve("none"))).isEqualTo(SavedLayout.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "version=2\n",
                "version=1\nwidth=1e9\n",
                "version=1\nwidth=1280\nheight=720\npanels=moon\nside=0\ndock=0.4\n",
                "version=1\nwidth=1280\nheight=720\npanels=tree\nside=0\ndock=NaN\n"
            })
    void aFileThatIsNotUnderstoodIsNamed(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("viewer.layout"), text);
        assertThatThrownBy(() -> SavedLayout.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("viewer.layout is not understood")
                .hasMessageContaining("delete it");
    }
}
