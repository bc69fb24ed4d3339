package org.teleost.experiment.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finished cells by key. Safe for several threads. */
public interface CellStore {
    /** The finished cell of this key, if it is. */
    Optional<Cell> find(String key);

    /**
     * Keeps a finished cell; a store on disk has it there when this returns. A cell of the same key is replaced.
     *
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    void add(Cell cell);

    /** All cells in the order in which they were added. */
    List<Cell> all();

    /** Who computes the cells that it lacks. */
    default CellSharing sharing() {
        return CellSharing.ALONE;
    }

    /** The same cells, with those that it lacks computed otherwise. */
    default CellStore shared(CellSharing sharing) {
        CellStore cells = this;
        return new CellStore() {
            @Override
            public Optional<Cell> find(String key) {
                return cells.find(key);
            }

            @Override
            public void add(Cell cell) {
                cells.add(cell);
            }

            @Override
            public List<Cell> all() {
                return cells.all();
            }

            @Override
            public CellSharing sharing() {
                return sharing;
            }
        };
    }

    /** A store that forgets with the process. */
    static CellStore inMemory() {
        return new CellStore() {
            private final Map<String, Cell> cells = new LinkedHashMap<>();

            @Override
            public synchronized Optional<Cell> find(String key) {
                return Optional.ofNullable(cells.get(key));
            }

            @Override
            public synchronized void add(Cell cell) {
                cells.put(cell.key(), cell);
            }

            @Override
            public synchronized List<Cell> all() {
                return List.copyOf(cells.values());
            }
        };
    }
}
