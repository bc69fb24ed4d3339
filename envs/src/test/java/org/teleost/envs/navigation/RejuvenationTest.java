package org.teleost.envs.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/** Rejuvenation must leave the posterior as it is: weighted cell marginals before and after agree. */
class RejuvenationTest {
    private static final int PARTICLES = 200_000;
    private static final int[] ACTIONS = {4, 6, 7, 4, 6};
    private final NavigationModel model = new NavigationModel(new MapPrior(2));
    private final State state = model.layout().newState();
    private final RandomStream stream = new RandomStream(21);
    private final long[] observations = new long[ACTIONS.length];

    @Test
    void keepsThePosteriorOfEveryCellAfterAHistory() {
        observe();
        for (int steps : new int[] {0, 1, 3, 5}) {
            double[] change = new double[Grid.CELLS];
            double[] squares = new double[Grid.CELLS];
            double[] weights = new double[2];
            State before = model.layout().newState();
            for (int i = 0; i < PARTICLES; i++) {
                double weight = drawWithHistory(steps);
                weights[0] += weight;
                weights[1] += weight * weight;
                before.copyFrom(state);
                assertThat(model.rejuvenate(state, stream)).isTrue();
                addDifference(before, weight, change, squares);
            }
            assertThat(weights[0] * weights[0] / weights[1]).isGreaterThan(500.0);
            for (int cell = 0; cell < Grid.CELLS; cell++) {
                assertThat(change[cell])
                        .as("steps %d row %d column %d", steps, cell / Grid.SIZE, cell % Grid.SIZE)
                        .isCloseTo(0.0, within(4.5 * Math.sqrt(squares[cell])));
            }
        }
    }

    /** The start being uniform over free cells couples row 0: a plain redraw would shift this mean by 0.05. */
    @Test
    void keepsTheNumberOfFreeCellsInRowZero() {
        double before = 0.0;
        double after = 0.0;
        double squares = 0.0;
        for (int i = 0; i < PARTICLES; i++) {
            model.sampleInitial(state, stream);
            int old = freeInRowZero();
            model.rejuvenate(state, stream);
            int now = freeInRowZero();
            before += old;
            after += now;
            squares += (now - old) * (now - old);
        }
        double error = Math.sqrt(squares) / PARTICLES;
        assertThat(after / PARTICLES).isCloseTo(before / PARTICLES, within(4.0 * error));
    }

    @Test
    void changesUnseenCellsOnly() {
        State copy = model.layout().newState();
        int changed = 0;
        for (int i = 0; i < 2000; i++) {
            drawWithHistory(ACTIONS.length);
            copy.copyFrom(state);
            model.rejuvenate(state, stream);
            for (int word = 0; word < Grid.WORDS; word++) {
                int difference = state.ints[NavigationModel.MAP + word] ^ copy.ints[NavigationModel.MAP + word];
                assertThat(difference & copy.ints[NavigationModel.SEEN + word]).isZero();
                changed += Integer.bitCount(difference);
            }
            assertThat(state.ints[NavigationModel.ROBOT]).isEqualTo(copy.ints[NavigationModel.ROBOT]);
        }
        assertThat(changed / 2000.0).isGreaterThan(10.0);
    }

    /** A history that happened. */
    private void observe() {
        Outcome out = new Outcome();
        model.sampleInitial(state, stream);
        for (int i = 0; i < ACTIONS.length; i++) {
            model.step(state, ACTIONS[i], stream, out);
            observations[i] = out.observation;
        }
    }

    private double drawWithHistory(int steps) {
        Outcome out = new Outcome();
        model.sampleInitial(state, stream);
        double logWeight = 0.0;
        for (int i = 0; i < steps; i++) {
            model.step(state, ACTIONS[i], stream, out);
            logWeight += model.logLikelihood(observations[i], ACTIONS[i], state);
        }
        return Math.exp(logWeight);
    }

    private void addDifference(State before, double weight, double[] change, double[] squares) {
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            boolean old = NavigationModel.isObstacle(before, cell / Grid.SIZE, cell % Grid.SIZE);
            boolean now = NavigationModel.isObstacle(state, cell / Grid.SIZE, cell % Grid.SIZE);
            if (old != now) {
                change[cell] += now ? weight : -weight;
                squares[cell] += weight * weight;
            }
        }
    }

    private int freeInRowZero() {
        return Integer.bitCount(Grid.ROW_0 & ~state.ints[NavigationModel.MAP]);
    }
}
