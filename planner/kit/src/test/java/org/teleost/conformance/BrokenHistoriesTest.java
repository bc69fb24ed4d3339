package org.teleost.conformance;

import static org.teleost.conformance.BrokenModelReports.assertError;

import org.junit.jupiter.api.Test;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class BrokenHistoriesTest {

    @Test
    void aHistoryThatKeepsGarbageIsFound() {
        assertError(
                new HiddenCoin() {
                    @Override
                    public void initialHistory(State state) {
                        state.history[0] = 0.0f;
                        state.history[1] = 0.0f;
                    }
                },
                "initial",
                "write every history lane");
    }

    @Test
    void aStepThatWritesHistoryLanesIsFound() {
        assertError(
                new HiddenCoin() {
                    @Override
                    public void step(State state, int action, RandomStream stream, Outcome out) {
                        super.step(state, action, stream, out);
                        state.history[2] += 1.0f;
                    }
                },
                "step",
                "changed history lane looks");
    }

    @Test
    void anUpdateHistoryThatChangesParticlesIsFound() {
        assertError(
                new HiddenCoin() {
                    @Override
                    public void updateHistory(State nextState, int action, long observation) {
                        super.updateHistory(nextState, action, observation);
                        nextState.ints[0] = (int) observation;
                    }
                },
                "query",
                "updateHistory changed lane coin0");
    }

    @Test
    void aHistoryLaneThatCopiesHiddenStateIsFound() {
        assertError(
                new HiddenCoin() {
                    @Override
                    public void updateHistory(State nextState, int action, long observation) {
                        super.updateHistory(nextState, action, observation);
                        nextState.history[2] += nextState.ints[1];
                    }
                },
                "history",
                "share a history but not history lane looks");
    }

    @Test
    void aHeuristicWronglySaidToBeSharedIsFound() {
        assertError(
                new HiddenCoin() {
                    @Override
                    public double heuristicValue(State state) {
                        return state.ints[0];
                    }
                },
                "history",
                "heuristicIsShared is true");
    }

    @Test
    void legalityThatDependsOnHiddenStateIsFound() {
        assertError(
                new HiddenCoin() {
                    @Override
                    public boolean isLegal(State state, int action) {
                        return action < GUESS_HEADS || state.ints[0] == 1;
                    }
                },
                "history",
                "legal=");
    }
}
