package org.teleost.oracle;

/**
 * A finite POMDP in tables: T, Z and R written out. Ended episodes have no state; their probability is what T lacks to
 * 1.
 */
public interface ExactModel {

    int stateCount();

    int actionCount();

    int observationCount();

    double discount();

    /** b0 [states]. */
    double[] initialBelief();

    /** T(nextState | state, action) of going on in nextState; the sum over nextState is 1 - P(end). */
    double transition(int state, int action, int nextState);

    /** Z(observation | nextState, action) while the episode goes on. */
    double observation(int observation, int action, int nextState);

    /** R(state, action), the expected immediate reward. */
    double reward(int state, int action);
}
