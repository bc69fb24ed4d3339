package org.teleost.experiment.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellRunTest {
    private static final List<String> KEYS =
            IntStream.range(0, 23).mapToObj(i -> "cell " + i).toList();

    private final CellStore store = CellStore.inMemory();
    private final List<String> heard = new ArrayList<>();
    private double done;

    private final CellListener listener = new CellListener() {
        @Override
        public void finished(Cell cell, boolean earlier) {
            heard.add(cell.key() + (earlier ? " earlier" : ""));
        }

        @Override
        public void progress(double cells, int total, String key) {
            assertThat(cells).isBetween(0.0, (double) total);
            done = cells;
        }
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 40})
    void everyMissingCellIsComputedOnce(int threads) {
        store.add(Cell.of("cell 3").with("x", 1.0));

        assertThat(CellRun.run(KEYS, threads, store, () -> false, CellRunTest::length, listener))
                .isTrue();

        assertThat(heard).hasSize(23).doesNotHaveDuplicates().startsWith("cell 3 earlier");
        assertThat(store.find("cell 12").orElseThrow().number("length")).isEqualTo(7.0);
        assertThat(done).isEqualTo(23.0);
    }

    @Test
    void stoppingKeepsFinishedCellsAndGivesUpTheOthers() {
        AtomicBoolean stop = new AtomicBoolean();
        CellWork work = (key, monitor) -> {
            if (key.equals("cell 5")) {
                stop.set(true);
                return monitor.stopRequested() ? Optional.empty() : length(key, monitor);
            }
            return length(key, monitor);
        };

        assertThat(CellRun.run(KEYS, 1, store, stop::get, work, listener)).isFalse();

        assertThat(store.all()).hasSize(5);
        stop.set(false);
        assertThat(CellRun.run(KEYS, 3, store, stop::get, CellRunTest::length, listener))
                .isTrue();
    }

    @Test
    void firstFailureEndsTheRunAndIsThrown() {
        CellWork work = (key, monitor) -> {
            if (key.equals("cell 2")) {
                throw new IllegalStateException("burst");
            }
            return length(key, monitor);
        };

        assertThatThrownBy(() -> CellRun.run(KEYS, 2, store, () -> false, work, listener))
                .hasMessage("burst");

        assertThat(store.all()).hasSizeLessThan(23);
    }

    @Test
    void workThatBreaksItsContractIsRefused() {
        assertThatThrownBy(() -> CellRun.run(KEYS, 1, store, () -> false, (key, monitor) -> Optional.empty(), listener))
                .hasMessageContaining("'cell 0' ended without a result");
        assertThatThrownBy(() -> CellRun.run(
                        KEYS, 1, store, () -> false, (key, monitor) -> Optional.of(Cell.of("other")), listener))
                .hasMessageContaining("'cell 0' came back as 'other'");
        assertThatThrownBy(() -> CellRun.run(List.of("a", "a"), 1, store, () -> false, CellRunTest::length, listener))
                .hasMessageContaining("two cells have the key 'a'");
    }

    @Test
    void cellNamesWhatItLacks() {
        Cell cell = Cell.of("a").with("x", 1.0, 2.0).with("note", "text");

        assertThat(cell.numbers("x")).containsExactly(1.0, 2.0);
        assertThat(cell.text("note")).isEqualTo("text");
        assertThat(cell).isEqualTo(Cell.of("a").with("x", 1.0, 2.0).with("note", "text"));
        assertThatThrownBy(() -> cell.number("x")).hasMessageContaining("x has 2 numbers");
        assertThatThrownBy(() -> cell.number("y")).hasMessageContaining("'a' has no y; it has x");
        assertThatThrownBy(() -> Cell.of(" ")).hasMessageContaining("key=' '");
    }

    private static Optional<Cell> length(String key, CellMonitor monitor) {
        monitor.progress(0.5);
        return Optional.of(Cell.of(key).with("length", key.length()));
    }
}
