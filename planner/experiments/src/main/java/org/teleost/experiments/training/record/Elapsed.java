package org.teleost.experiments.training.record;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Time that training took so far, over all resumptions.
 *
 * @param wallSeconds all of it
 * @param trainingSeconds without evaluations
 */
public record Elapsed(double wallSeconds, double trainingSeconds) {
    /** What {@link #write} begins with; checkpoints of versions before it hold no time. */
    public static final int MARK = -2;

    public void write(DataOutput out) throws IOException {
        out.writeInt(MARK);
        out.writeDouble(wallSeconds);
        out.writeDouble(trainingSeconds);
    }

    /** Reads what follows the mark. */
    public static Elapsed read(DataInput in) throws IOException {
        Elapsed elapsed = new Elapsed(in.readDouble(), in.readDouble());
        if (!(elapsed.trainingSeconds >= 0 && elapsed.wallSeconds >= elapsed.trainingSeconds)
                || Double.isInfinite(elapsed.wallSeconds)) {
            throw new IOException("time of training is " + elapsed);
        }
        return elapsed;
    }
}
