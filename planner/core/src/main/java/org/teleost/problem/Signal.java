package org.teleost.problem;

/**
 * Describes one of the insides of an environment that its observation does not hold or not fully: a field, the points
 * of a body, a pose. Signals are for records and pictures, never for a policy. The values come from
 * {@link Environment#readSignal}, {@code rows * columns} of them, row by row.
 *
 * @param name what it is, one word, unique within a problem, for example {@code vorticity}
 * @param unit of the values, for example {@code m/s} or {@code U/L}; empty for a plain number
 * @param rows at least 1; row 0 of a field is the lowest
 * @param columns at least 1
 * @param low smallest value that a picture should distinguish; values may lie below
 * @param high largest value that a picture should distinguish; values may lie above
 * @param extent where the values lie in space, null for values that lie on no grid in space
 */
public record Signal(String name, String unit, int rows, int columns, float low, float high, Extent extent) {

    /**
     * Outer edges of the first and last row and column, in the problem's unit of length. All signals of a problem that
     * are places or have an extent use the same coordinates: x from left to right, y upwards.
     */
    public record Extent(double left, double right, double bottom, double top) {

        /** @throws IllegalArgumentException if an edge is not finite, or a pair is out of order */
        public Extent {
            boolean finite = Double.isFinite(right - left) && Double.isFinite(top - bottom);
            if (!finite || !(left < right) || !(bottom <= top)) {
                throw new IllegalArgumentException("extent is empty or not finite: left=" + left + " right=" + right
                        + " bottom=" + bottom + " top=" + top + "; left must be below right, bottom not above top");
            }
        }

        public double width() {
            return right - left;
        }

        public double height() {
            return top - bottom;
        }
    }

    /** @throws IllegalArgumentException if the name is empty, a size is not positive, or the range is empty or NaN */
    public Signal {
        if (name.isBlank() || rows < 1 || columns < 1 || (long) rows * columns > MOST_VALUES) {
            throw new IllegalArgumentException("signal name='" + name + "' rows=" + rows + " columns=" + columns
                    + "; it needs a name, at least one row and column, and at most " + MOST_VALUES + " values");
        }
        if (!(low < high) || Float.isInfinite(low) || Float.isInfinite(high)) {
            throw new IllegalArgumentException("signal " + name + " has no range: low=" + low + " high=" + high
                    + "; both must be finite, low below high");
        }
    }

    /** Values that a signal may have: a 4096 x 4096 field. */
    public static final int MOST_VALUES = 1 << 24;

    /** A single number. */
    public static Signal scalar(String name, String unit, float low, float high) {
        return new Signal(name, unit, 1, 1, low, high, null);
    }

    /** Numbers that lie on no grid in space: poses, or places as a row of x and a row of y. */
    public static Signal table(String name, String unit, int rows, int columns, float low, float high) {
        return new Signal(name, unit, rows, columns, low, high, null);
    }

    /** A value in each cell of a line from {@code left} to {@code right}. */
    public static Signal profile(
            String name, String unit, int columns, float low, float high, double left, double right) {
        return new Signal(name, unit, 1, columns, low, high, new Extent(left, right, 0.0, 0.0));
    }

    /** A value in each cell of a rectangle. */
    public static Signal field(String name, String unit, int rows, int columns, float low, float high, Extent extent) {
        return new Signal(name, unit, rows, columns, low, high, extent);
    }

    /** Number of values. */
    public int size() {
        return rows * columns;
    }
}
