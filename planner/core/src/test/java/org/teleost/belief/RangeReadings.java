package org.teleost.belief;

import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/**
 * A place x = cell / 500, cell 0 to 20, that never changes, and fifty range readings of deviation 1 per step. An
 * observation holds what they come to: mean in millionths, and sum of squares about it in thousandths.
 */
final class RangeReadings implements GenerativeModel {
    static final int READINGS = 50;
    static final int CELLS = 21;

    static double place(int cell) {
        return cell / 500.0;
    }

    static long observation(double mean, double squares) {
        return Math.round(1e6 * mean) << 32 | Math.round(1e3 * squares);
    }

    static double logLikelihood(long observation, double place) {
        double off = (observation >> 32) / 1e6 - place;
        double squares = (int) observation / 1e3;
        return -0.5 * (READINGS * off * off + squares);
    }

    @Override
    public String name() {
        return "ranges";
    }

    @Override
    public StateLayout layout() {
        return StateLayout.ofInts("cell");
    }

    @Override
    public int actionCount() {
        return 1;
    }

    @Override
    public long observationCount() {
        return KEYED_OBSERVATIONS;
    }

    @Override
    public double discount() {
        return 0.95;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = stream.nextInt(CELLS);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        double sum = 0.0;
        double squares = 0.0;
        for (int i = 0; i < READINGS; i++) {
            double reading = place(state.ints[0]) + stream.nextGaussian();
            sum += reading;
            squares += reading * reading;
        }
        out.set(0.0, observation(sum / READINGS, squares - sum * sum / READINGS), false);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        return logLikelihood(observation, place(nextState.ints[0]));
    }
}
