package org.teleost.learn.apt;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.teleost.learn.checkpoint.SavedNumbers;

/**
 * Policy lag: by how many updates the policy that acted was behind when its transition reached the learner. Bin 0
 * counts lag 0, bin k counts 2^(k-1) to 2^k - 1.
 */
public final class LagHistogram {
    private static final int BINS = 65;

    private final long[] counts = new long[BINS];
    private long count;
    private double sum;
    private long largest;

    void add(long lag) {
        long bounded = Math.max(0, lag);
        counts[Long.SIZE - Long.numberOfLeadingZeros(bounded)]++;
        count++;
        sum += bounded;
        largest = Math.max(largest, bounded);
    }

    /** Transitions counted. */
    public long count() {
        return count;
    }

    /** Transitions in a bin, 0 to 63. */
    public long count(int bin) {
        return counts[bin];
    }

    /** Mean lag in updates, NaN if nothing was counted. */
    public double mean() {
        return sum / count;
    }

    public long largest() {
        return largest;
    }

    /** An upper bound, at most twice the lag itself, of the lag that this share of the transitions does not exceed. */
    public long quantile(double share) {
        double needed = share * count;
        long seen = 0;
        for (int bin = 0; bin < BINS; bin++) {
            seen += counts[bin];
            if (seen >= needed) {
                return Math.min(largest, bin == 0 ? 0 : (1L << bin) - 1);
            }
        }
        return largest;
    }

    LagHistogram copy() {
        LagHistogram copy = new LagHistogram();
        System.arraycopy(counts, 0, copy.counts, 0, BINS);
        copy.count = count;
        copy.sum = sum;
        copy.largest = largest;
        return copy;
    }

    void write(DataOutput out) throws IOException {
        for (long bin : counts) {
            out.writeLong(bin);
        }
        out.writeLong(count);
        out.writeDouble(sum);
        out.writeLong(largest);
    }

    void read(DataInput in) throws IOException {
        for (int bin = 0; bin < BINS; bin++) {
            counts[bin] = SavedNumbers.count(in, "lag count");
        }
        count = SavedNumbers.count(in, "lag counts");
        sum = SavedNumbers.finite(in, "sum of lags");
        largest = SavedNumbers.count(in, "largest lag");
        if (Arrays.stream(counts).sum() != count || sum < 0.0) {
            throw new IOException("policy lag contradicts itself: count=" + count + " sum=" + sum);
        }
    }

    @Override
    public String toString() {
        return "lagMean=" + mean() + " lag50=" + quantile(0.5) + " lag99=" + quantile(0.99) + " lagLargest=" + largest;
    }
}
