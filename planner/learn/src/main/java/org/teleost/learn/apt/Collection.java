package org.teleost.learn.apt;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Where transitions come from; called by the learner's thread alone. */
sealed interface Collection permits AsynchronousCollection, RoundCollection {

    /** Begins; the first actions follow. */
    void start();

    /** Puts the transitions that are there, and for which it is time, into the training state. Replaces lost actors. */
    void collect();

    /** Called when no update may be done: returns once there is something to collect, or earlier. */
    void awaitTransition();

    /** Actors that are not quarantined. */
    int living();

    /** Threads of hung environments that have not ended yet. */
    int abandonedThreads();

    /** Ends all threads and closes all environments; a thread that its environment holds is left behind. */
    void stop();

    /** Makes {@link #awaitTransition} return; any thread may call this. */
    void wake();

    /** Saves where each actor is in its episodes. */
    void write(DataOutput out) throws IOException;

    /** Restores what {@link #write} wrote, before {@link #start}. */
    void read(DataInput in) throws IOException;
}
