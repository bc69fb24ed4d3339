package org.teleost.envs.newcomer;

import org.teleost.belief.ParticleBelief;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.plan.Decision;
import org.teleost.problem.Rule;
import org.teleost.random.RandomStream;

/**
 * A pipe of 100 pieces leaks in one of them. Measuring at a piece costs 1 and says whether the leak lies there or
 * before it, or after it, right in 9 of 10 cases; digging up a piece costs 20, and earns 100 and ends if it leaks. So
 * there are 200 actions: 100 places to measure, 100 to dig. gamma 0.95. Written from the tutorial, nothing but the
 * simulator.
 */
final class Leak implements GenerativeModel {
    static final int PIECES = 100;
    private static final double RIGHT = 0.9;
    private static final int BEFORE = 0;
    private static final int NOTHING = 2;

    @Override
    public String name() {
        return "leak";
    }

    @Override
    public StateLayout layout() {
        return StateLayout.ofInts("leak");
    }

    @Override
    public int actionCount() {
        return 2 * PIECES;
    }

    @Override
    public long observationCount() {
        return 3;
    }

    @Override
    public double discount() {
        return 0.95;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = stream.nextInt(PIECES);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int leak = state.ints[0];
        if (action >= PIECES) {
            boolean found = action - PIECES == leak;
            out.set(found ? 80.0 : -20.0, NOTHING, found);
        } else {
            int truth = leak <= action ? BEFORE : 1;
            out.set(-1.0, stream.nextBoolean(RIGHT) ? truth : 1 - truth, false);
        }
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        int leak = nextState.ints[0];
        if (action >= PIECES) {
            return observation == NOTHING && leak != action - PIECES ? 0.0 : Double.NEGATIVE_INFINITY;
        }
        int truth = leak <= action ? BEFORE : 1;
        return observation == NOTHING ? Double.NEGATIVE_INFINITY : Math.log(observation == truth ? RIGHT : 1.0 - RIGHT);
    }

    /** Measures where the leak is as likely before as after, and digs where it is likely. */
    static Rule halve(GenerativeModel model) {
        State state = model.layout().newState();
        return (ParticleBelief belief, RandomStream stream, Decision out) -> {
            double[] share = new double[PIECES];
            for (int i = 0; i < belief.size(); i++) {
                belief.load(i, state);
                share[state.ints[0]] += belief.weight(i);
            }
            int likeliest = 0;
            int middle = -1;
            double before = 0.0;
            for (int piece = 0; piece < PIECES; piece++) {
                likeliest = share[piece] > share[likeliest] ? piece : likeliest;
                before += share[piece];
                middle = middle < 0 && before >= 0.5 ? piece : middle;
            }
            out.action = share[likeliest] > 0.7 ? PIECES + likeliest : Math.min(middle, PIECES - 1);
        };
    }
}
