package org.teleost.oracle;

/** Tiger: states left 0, right 1; actions listen 0, open left 1, open right 2; observations hear left 0, right 1. */
public final class ExactTiger implements ExactModel {
    @Override
    public int stateCount() {
        return 2;
    }

    @Override
    public int actionCount() {
        return 3;
    }

    @Override
    public int observationCount() {
        return 2;
    }

    @Override
    public double discount() {
        return 0.95;
    }

    @Override
    public double[] initialBelief() {
        return new double[] {0.5, 0.5};
    }

    @Override
    public double transition(int state, int action, int nextState) {
        return action == 0 ? (state == nextState ? 1.0 : 0.0) : 0.5;
    }

    @Override
    public double observation(int observation, int action, int nextState) {
        return action == 0 ? (observation == nextState ? 0.85 : 0.15) : 0.5;
    }

    @Override
    public double reward(int state, int action) {
        return action == 0 ? -1.0 : action - 1 == state ? -100.0 : 10.0;
    }
}
