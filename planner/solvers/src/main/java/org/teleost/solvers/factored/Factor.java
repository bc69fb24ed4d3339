package org.teleost.solvers.factored;

import java.util.List;
import org.teleost.solvers.tabular.Limits;

/**
 * A table over a few variables, the last one fastest: the probability of the last given the others, or a part of the
 * reward. Filled by its reader, immutable afterwards.
 */
public final class Factor {
    private final List<Slot> slots;
    private final int[] sizes;
    private final double[] table;

    /**
     * A table of zeros.
     *
     * @throws org.teleost.solvers.tabular.TooLargeException for more entries than allowed
     */
    public Factor(String what, List<Slot> slots, int[] sizes) {
        this.slots = List.copyOf(slots);
        this.sizes = sizes.clone();
        long entries = 1;
        for (int size : sizes) {
            entries *= size;
            Limits.check("entries of the table of " + what, entries, Limits.ENTRIES);
        }
        table = new double[(int) entries];
    }

    /** The variables, in the order of the table's indexes. */
    public List<Slot> slots() {
        return slots;
    }

    public int size(int slot) {
        return sizes[slot];
    }

    /** Values by row-major index; filled by readers only. */
    public double[] table() {
        return table;
    }

    /** Number of values of the last variable. */
    public int width() {
        return sizes.length == 0 ? 1 : sizes[sizes.length - 1];
    }

    /** Whether any variable stands at this place of a step. */
    public boolean uses(Slot.Time time) {
        return slots.stream().anyMatch(slot -> slot.time() == time);
    }

    /**
     * Index of the first entry for what is known of a step; the last {@code open} variables count as 0.
     *
     * @param step values by {@link Slot.Time} and variable
     */
    int offset(int[][] step, int open) {
        int at = 0;
        for (int i = 0; i < sizes.length; i++) {
            Slot slot = slots.get(i);
            int value = i < sizes.length - open ? step[slot.time().place][slot.index()] : 0;
            at = at * sizes[i] + value;
        }
        return at;
    }
}
