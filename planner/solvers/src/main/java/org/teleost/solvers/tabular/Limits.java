package org.teleost.solvers.tabular;

/** How large a table may be; looked at before anything of that size is allocated. */
public final class Limits {
    /** Most states, actions or observations. */
    public static final int NAMES = 1_000_000;

    /** Most rows of a table: actions times states. */
    public static final int ROWS = 8_000_000;

    /** Most entries of one table that are not zero. */
    public static final int ENTRIES = 24_000_000;

    /** Most entries that a file may write, overridden ones and those behind a wildcard counted each. */
    public static final long WRITES = 400_000_000L;

    private Limits() {}

    /**
     * Refuses what is too large.
     *
     * @param what names the quantity in the message
     * @throws TooLargeException when {@code value} is above {@code most}
     */
    public static void check(String what, long value, long most) {
        if (value > most) {
            throw new TooLargeException(what + "=" + value + "; the limit is " + most);
        }
    }
}
