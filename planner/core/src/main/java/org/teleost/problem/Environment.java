package org.teleost.problem;

/**
 * A simulator or machine under continuous control, one episode at a time. An instance belongs to one thread; each actor
 * has its own. All that is random follows from the seed of {@link #reset}: the same seed and actions give the same
 * bits.
 */
public interface Environment extends AutoCloseable {

    /**
     * Starts an episode.
     *
     * @param observation receives the first observation
     */
    void reset(long seed, float[] observation);

    /**
     * Executes the action for one decision interval. Not called again after an outcome with {@code terminated} or
     * {@code truncated} before the next {@link #reset}.
     *
     * @param action within the action box, in the environment's units; not changed and not kept
     * @param out receives the outcome
     */
    void step(float[] action, StepOutcome out);

    /**
     * Copies one of the insides, as they are after the last {@link #reset} or {@link #step}. Reading changes nothing,
     * and an environment whose signals nobody reads must not pay for them in a step.
     *
     * @param signal index into {@link ControlProblem#signals()}
     * @param out receives the values row by row, shape [rows * columns]
     * @throws IndexOutOfBoundsException if there is no such signal
     */
    default void readSignal(int signal, float[] out) {
        throw new IndexOutOfBoundsException(
                "signal=" + signal + " of an environment without signals; ask ControlProblem.signals()");
    }

    /** Releases what the instance holds; further calls do nothing. */
    @Override
    default void close() {}
}
