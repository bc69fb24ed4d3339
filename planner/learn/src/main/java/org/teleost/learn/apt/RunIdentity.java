package org.teleost.learn.apt;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.teleost.problem.ControlProblem;

/** What a checkpoint and the run that resumes it must have in common. */
record RunIdentity(String problem, CollectionMode mode, int actors, long seed) {

    static RunIdentity of(ControlProblem problem, AptSettings settings) {
        return new RunIdentity(problem.name(), settings.mode(), settings.actors(), settings.seed());
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(problem);
        out.writeUTF(mode.name());
        out.writeInt(actors);
        out.writeLong(seed);
    }

    static RunIdentity read(DataInput in) throws IOException {
        String problem = in.readUTF();
        String mode = in.readUTF();
        try {
            return new RunIdentity(problem, CollectionMode.valueOf(mode), in.readInt(), in.readLong());
        } catch (IllegalArgumentException e) {
            throw new IOException("it was saved in the unknown mode " + mode, e);
        }
    }

    /**
     * An asynchronous run may be resumed with another number of actors or another seed, the others continue exactly.
     */
    void requireResumableBy(RunIdentity run) throws IOException {
        boolean fits = problem.equals(run.problem) && mode == run.mode;
        if (mode.reproducible()) {
            fits &= actors == run.actors && seed == run.seed;
        }
        if (!fits) {
            throw new IOException(
                    "it was saved by " + this + " and cannot be resumed by " + run + "; use the saved run's settings");
        }
    }
}
