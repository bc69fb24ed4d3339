package org.teleost.flight;

/**
 * How much a recorder may take.
 *
 * @param fileBytes size after which a new file is begun
 * @param files most files kept, the newest; older ones are deleted
 * @param waiting decisions that may wait for the disk; each takes the memory of a belief
 */
public record FlightLimits(long fileBytes, int files, int waiting) {
    public FlightLimits {
        if (fileBytes < 1 || files < 1 || waiting < 1 || waiting > 1024) {
            throw new IllegalArgumentException("fileBytes=" + fileBytes + " files=" + files + " waiting=" + waiting
                    + "; each at least 1, waiting at most 1024");
        }
    }

    /** Files of 256 MiB, four of them, and eight decisions that may wait. */
    public static FlightLimits defaults() {
        return new FlightLimits(256L << 20, 4, 8);
    }
}
