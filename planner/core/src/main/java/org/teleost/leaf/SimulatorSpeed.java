package org.teleost.leaf;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Whether a model's steps are quick enough for some millions of them before the first decision. */
final class SimulatorSpeed {
    /** Slower steps would take minutes. */
    private static final long SLOW_NANOS = 25_000;

    private static final int BLOCKS = 6;
    private static final int STEPS = 50;

    private SimulatorSpeed() {}

    /** Looks at the fastest of some blocks of steps, so that a busy machine changes nothing; false if it fails. */
    static boolean isSlow(GenerativeModel model) {
        try {
            long fastest = Long.MAX_VALUE;
            for (int block = 0; block < BLOCKS && fastest > SLOW_NANOS * STEPS; block++) {
                fastest = Math.min(fastest, nanos(model, block));
            }
            return fastest > SLOW_NANOS * STEPS;
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    private static long nanos(GenerativeModel model, int block) {
        State state = model.layout().newState();
        RandomStream stream = new RandomStream(block);
        Outcome out = new Outcome();
        boolean over = true;
        long start = System.nanoTime();
        for (int step = 0; step < STEPS; step++) {
            if (over) {
                model.initialHistory(state);
                model.sampleInitial(state, stream);
            }
            int action = model.proposeAction(state, stream);
            model.step(state, action, stream, out);
            over = out.terminal;
            if (!over) {
                model.updateHistory(state, action, out.observation);
            }
        }
        return System.nanoTime() - start;
    }
}
