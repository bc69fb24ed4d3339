package org.teleost.experiment.cell;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Cells that are needed together, and what it takes to compute them.
 *
 * @param keys all different
 * @param threads cells that one process has under way at once
 * @param stop whether the user has asked to stop
 */
public record CellRound(
        List<String> keys, int threads, CellStore store, BooleanSupplier stop, CellWork work, CellListener listener) {

    /** @throws IllegalArgumentException if two cells have the same key */
    public CellRound {
        keys = List.copyOf(keys);
        Set<String> seen = new HashSet<>();
        for (String key : keys) {
            if (!seen.add(key)) {
                throw new IllegalArgumentException("two cells have the key '" + key + "'");
            }
        }
    }

    /** The same with other cells. */
    public CellRound with(List<String> some) {
        return new CellRound(some, threads, store, stop, work, listener);
    }

    /** Whether the store has all cells. */
    public boolean complete() {
        return keys.stream().allMatch(key -> store.find(key).isPresent());
    }
}
