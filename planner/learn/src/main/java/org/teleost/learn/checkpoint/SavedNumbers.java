package org.teleost.learn.checkpoint;

import java.io.DataInput;
import java.io.IOException;

/** Numbers of a checkpoint that are refused when no run could have written them; a checksum can be forged. */
public final class SavedNumbers {
    /** More than any run counts. */
    private static final long MANY = 1_000_000_000_000_000L;

    private SavedNumbers() {}

    /** Reads what counts something: 0 to 10^15. */
    public static long count(DataInput in, String name) throws IOException {
        return range(in.readLong(), 0, MANY, name);
    }

    /** Reads a number that is not infinite and not NaN. */
    public static double finite(DataInput in, String name) throws IOException {
        double value = in.readDouble();
        if (!Double.isFinite(value)) {
            throw new IOException(name + "=" + value + "; it must be finite");
        }
        return value;
    }

    /** The value if it is in range. */
    public static long range(long value, long low, long high, String name) throws IOException {
        if (value < low || value > high) {
            throw new IOException(name + "=" + value + "; allowed range " + low + " to " + high);
        }
        return value;
    }
}
