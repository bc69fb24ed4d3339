package org.teleost.experiments.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiment.cell.Cell;

class CellLogTest {
    private static final Map<String, String> CONFIGURATION = Map.of("cells", "32");
    private static final List<Cell> CELLS = List.of(
            Cell.of("amplitude=0.1 phase=45").with("ct", 0.1).with("series", 1.0, -2.5e-300, 1.0 / 3.0),
            Cell.of("zwei, \"äöü\"\n").with("ct", Double.NaN).with("note", "line\nbreak, 漢字"),
            Cell.of("c")
                    .with("limits", Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -0.0)
                    .with("empty", new double[0]));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("cells.jsonl");
        try (CellLog log = open(CONFIGURATION)) {
            CELLS.forEach(log::add);
        }
    }

    private CellLog open(Map<String, String> configuration) {
        return new CellLog(file, "finray grid", configuration);
    }

    @Test
    void cellsComeBackBitForBit() {
        try (CellLog log = open(CONFIGURATION)) {
            assertThat(log.all()).isEqualTo(CELLS);
            assertThat(log.find("c")).contains(CELLS.get(2));
            assertThat(log.find("d")).isEmpty();
        }
    }

    @Test
    void fileCutAtAnyByteKeepsItsWholeLinesAndGoesOn() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            int lines = 0;
            for (int i = 0; i < length; i++) {
                lines += whole[i] == '\n' ? 1 : 0;
            }
            Cell next = Cell.of("next").with("x", length);
            try (CellLog log = open(CONFIGURATION)) {
                assertThat(log.all()).as("cut at %d", length).isEqualTo(CELLS.subList(0, Math.max(0, lines - 1)));
                log.add(next);
            }
            try (CellLog log = open(CONFIGURATION)) {
                assertThat(log.find("next")).as("cut at %d", length).contains(next);
            }
        }
    }

    @Test
    void otherSettingsAreRefusedByName() {
        assertThatThrownBy(() -> open(Map.of("cells", "64")))
                .hasMessageContaining("--cells was 32, now 64")
                .hasMessageContaining("--overwrite");
        assertThatThrownBy(() -> open(Map.of("cells", "32", "reynolds", "200")))
                .hasMessageContaining("--reynolds was unknown, now 200");
        assertThatThrownBy(() -> new CellLog(file, "validate fluid", CONFIGURATION))
                .hasMessageContaining("holds cells of 'teleost finray grid'");
    }

    @Test
    void damagedAndForeignFilesAreRefused() throws IOException {
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\"ct\":[0.1]", "\"ct\":[0.1"));
        assertThatThrownBy(() -> open(CONFIGURATION)).hasMessageContaining("line 2 is damaged");
        Files.writeString(file, text.replace("\"version\":1", "\"version\":9"));
        assertThatThrownBy(() -> open(CONFIGURATION)).hasMessageContaining("version=9");
        Files.writeString(file, "my own notes");
        assertThatThrownBy(() -> open(CONFIGURATION)).hasMessageContaining("not a file of cells");
        Files.writeString(file, "{\"a\":1}\n");
        assertThatThrownBy(() -> open(CONFIGURATION)).hasMessageContaining("not a file of cells");
    }

    @Test
    void secondWriterIsRefused() {
        try (CellLog first = open(CONFIGURATION)) {
            assertThat(first.all()).hasSize(3);
            assertThatThrownBy(() -> open(CONFIGURATION)).hasMessageContaining("being written by another run");
        }
    }
}
