package org.teleost.solvers.tabular;

import java.util.Arrays;

/**
 * Builds a {@link SparseTable} from entries of which later ones override earlier ones. Entries are only appended to a
 * log; a row that is written as a whole forgets what the log held of it. The log is put in order when it is full, so
 * the cost is that of sorting, and the memory that of the entries.
 */
public final class TableBuilder {
    private static final int FIRST = 1 << 12;

    private final int rows;
    private final int columns;
    private final String what;

    /** First entry of the log that counts for a row. */
    private final int[] since;

    private int[] row = new int[FIRST];
    private int[] column = new int[FIRST];
    private double[] value = new double[FIRST];
    private int count;
    private long writes;

    /**
     * A table without entries.
     *
     * @param what names the table in messages
     * @throws TooLargeException for more rows or columns than allowed
     */
    public TableBuilder(String what, long rows, long columns) {
        Limits.check(what + " rows (actions x states)", rows, Limits.ROWS);
        Limits.check(what + " columns", columns, Limits.NAMES);
        this.what = what;
        this.rows = (int) rows;
        this.columns = (int) columns;
        since = new int[this.rows];
    }

    /** Sets one entry. */
    public void set(int r, int c, double v) {
        if (count == row.length) {
            makeRoom();
        }
        row[count] = r;
        column[count] = c;
        value[count++] = v;
        countWrite();
    }

    private void countWrite() {
        if (++writes > Limits.WRITES) {
            throw new TooLargeException("the " + what + " entries that are written, wildcards counted one by one,"
                    + " are more than the limit of " + Limits.WRITES);
        }
    }

    /** Empties a row. */
    public void clear(int r) {
        since[r] = count;
        countWrite();
    }

    /** Sets every entry of a row to 1 / columns. */
    public void uniform(int r) {
        clear(r);
        for (int c = 0; c < columns; c++) {
            set(r, c, 1.0 / columns);
        }
    }

    /** Sets a whole row from the first {@code columns} values. */
    public void setRow(int r, double[] values) {
        clear(r);
        for (int c = 0; c < columns; c++) {
            if (values[c] != 0.0) {
                set(r, c, values[c]);
            }
        }
    }

    private void makeRoom() {
        compact();
        if (count <= row.length / 2) {
            return;
        }
        Limits.check(what + " entries", count, Limits.ENTRIES);
        int size = (int) Math.min(2L * row.length, Limits.ENTRIES + Limits.ENTRIES / 2);
        row = Arrays.copyOf(row, size);
        column = Arrays.copyOf(column, size);
        value = Arrays.copyOf(value, size);
    }

    /** Puts the log in the order of rows and columns, the last entry of each place alone. */
    private void compact() {
        int[] begin = begins();
        long[] keys = new long[begin[rows]];
        int[] next = Arrays.copyOf(begin, rows);
        for (int i = 0; i < count; i++) {
            if (i >= since[row[i]]) {
                keys[next[row[i]]++] = (long) column[i] << 32 | i;
            }
        }
        double[] values = new double[keys.length];
        int[] columnsOf = new int[keys.length];
        int[] rowsOf = new int[keys.length];
        int kept = 0;
        for (int r = 0; r < rows; r++) {
            sort(keys, begin[r], begin[r + 1]);
            for (int k = begin[r]; k < begin[r + 1]; k++) {
                int c = (int) (keys[k] >>> 32);
                boolean last = k + 1 == begin[r + 1] || (int) (keys[k + 1] >>> 32) != c;
                if (last && value[(int) keys[k]] != 0.0) {
                    rowsOf[kept] = r;
                    columnsOf[kept] = c;
                    values[kept++] = value[(int) keys[k]];
                }
            }
        }
        System.arraycopy(rowsOf, 0, row, 0, kept);
        System.arraycopy(columnsOf, 0, column, 0, kept);
        System.arraycopy(values, 0, value, 0, kept);
        count = kept;
        Arrays.fill(since, 0);
    }

    private int[] begins() {
        int[] begin = new int[rows + 1];
        for (int i = 0; i < count; i++) {
            if (i >= since[row[i]]) {
                begin[row[i] + 1]++;
            }
        }
        for (int r = 0; r < rows; r++) {
            begin[r + 1] += begin[r];
        }
        return begin;
    }

    /** Most rows are short or in order already. */
    private static void sort(long[] keys, int from, int to) {
        if (to - from > 24) {
            Arrays.sort(keys, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            int j = i - 1;
            for (; j >= from && keys[j] > key; j--) {
                keys[j + 1] = keys[j];
            }
            keys[j + 1] = key;
        }
    }

    /**
     * The table of what was set.
     *
     * @throws TooLargeException for more entries than allowed
     */
    public SparseTable build() {
        compact();
        Limits.check(what + " entries", count, Limits.ENTRIES);
        return new SparseTable(columns, begins(), Arrays.copyOf(column, count), Arrays.copyOf(value, count));
    }
}
