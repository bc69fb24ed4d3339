package org.teleost.plan;

import org.teleost.fixtures.ToyModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * Defect 8: the heuristic swears by the wrong first action until the truth is seen at depth 4. The first action chooses
 * a path; the fourth step ends, with -20 on the path TEMPTING and with 20 on the path HONEST. Before that the heuristic
 * says the opposite.
 */
final class TemptingHeuristic extends ToyModel {
    static final int TEMPTING = 0;
    static final int HONEST = 1;
    private static final int LENGTH = 4;
    private static final double PRIZE = 20.0;

    TemptingHeuristic() {
        super("tempting-heuristic", 2);
    }

    @Override
    public double[] exactActionValues() {
        double last = PRIZE * Math.pow(DISCOUNT, LENGTH - 1);
        return new double[] {-last, last};
    }

    // place = 2 * steps done + path
    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int done = state.ints[0] / 2 + 1;
        int path = done == 1 ? action : state.ints[0] % 2;
        state.ints[0] = 2 * done + path;
        boolean last = done == LENGTH;
        out.set(last ? (path == HONEST ? PRIZE : -PRIZE) : 0.0, 0, last);
    }

    @Override
    public double heuristicValue(State state) {
        return state.ints[0] % 2 == TEMPTING ? PRIZE : -PRIZE;
    }
}
