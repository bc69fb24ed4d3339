package org.teleost.learn.apt;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.teleost.learn.checkpoint.SavedNumbers;

/** Returns of the last {@link #KEPT} episodes. */
final class RecentReturns {
    static final int KEPT = 100;

    private final double[] values = new double[KEPT];
    private long added;

    void add(double episodeReturn) {
        values[(int) (added % KEPT)] = episodeReturn;
        added++;
    }

    /** NaN if there are none. */
    double mean() {
        int count = (int) Math.min(added, KEPT);
        double sum = 0.0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(added);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    void read(DataInput in) throws IOException {
        added = SavedNumbers.count(in, "episodes of the mean return");
        for (int i = 0; i < KEPT; i++) {
            values[i] = in.readDouble();
        }
    }
}
