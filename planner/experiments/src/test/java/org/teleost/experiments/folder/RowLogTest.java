package org.teleost.experiments.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.experiments.config.ConfigException;
import org.teleost.fixtures.ForcedFiles;

class RowLogTest {
    @TempDir
    private Path folder;

    /** A row. */
    public record Row(long step, double value) {}

    private RowLog<Row> open(long lastStep) {
        return new RowLog<>(folder.resolve("rows.csv"), Row.class, row -> row.step() <= lastStep);
    }

    @Test
    void rowsAreOnDiskAtOnceAndComeBack() throws IOException {
        try (RowLog<Row> log = open(0)) {
            log.append(new Row(1, 1.0 / 3));
            log.append(new Row(2, Double.NaN));
            assertThat(Files.readAllLines(folder.resolve("rows.csv")))
                    .containsExactly("step,value", "1," + 1.0 / 3, "2,");
        }
        try (RowLog<Row> log = open(9)) {
            assertThat(log.rows()).containsExactly(new Row(1, 1.0 / 3), new Row(2, Double.NaN));
            assertThat(log.last()).isEqualTo(new Row(2, Double.NaN));
        }
    }

    @Test
    void aRowIsForcedToDisk() throws IOException {
        try (RowLog<Row> log = open(0)) {
            assertThat(ForcedFiles.during(() -> log.append(new Row(1, 1)))).containsExactly("rows.csv");
        }
    }

    @Test
    void rowsBeyondTheCheckpointAreDropped() throws IOException {
        try (RowLog<Row> log = open(0)) {
            for (int step = 1; step <= 5; step++) {
                log.append(new Row(step, step));
            }
        }
        try (RowLog<Row> log = open(3)) {
            log.append(new Row(4, -4));
        }
        assertThat(Files.readAllLines(folder.resolve("rows.csv")))
                .containsExactly("step,value", "1,1.0", "2,2.0", "3,3.0", "4,-4.0");
    }

    @Test
    void aLineThatACrashCutShortIsDropped() throws IOException {
        try (RowLog<Row> log = open(0)) {
            log.append(new Row(1, 1));
        }
        Files.writeString(folder.resolve("rows.csv"), "2,0.", StandardOpenOption.APPEND);
        try (RowLog<Row> log = open(9)) {
            assertThat(log.rows()).containsExactly(new Row(1, 1));
        }
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "time,place\n1,2\n");
        assertThatThrownBy(() -> open(9)).isInstanceOf(ConfigException.class).hasMessageContaining("rows.csv");
    }
}
