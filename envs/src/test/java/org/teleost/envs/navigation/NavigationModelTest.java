package org.teleost.envs.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class NavigationModelTest {
    private static final int NORTH = 1;
    private static final int SOUTH = 6;
    private static final int SOUTH_EAST = 7;
    private final NavigationModel model = new NavigationModel(new MapPrior(1));
    private final State state = model.layout().newState();
    private final RandomStream stream = new RandomStream(2);
    private final Outcome out = new Outcome();

    @BeforeEach
    void emptyMap() {
        Arrays.fill(state.ints, 0);
    }

    @Test
    void paysForStayingMovingAndBumping() {
        place(3, 3);
        model.step(state, NavigationModel.STAY, stream, out);
        assertThat(out.reward).isEqualTo(-0.2);
        assertThat(state.ints[NavigationModel.ROBOT]).isEqualTo(Grid.position(3, 3));
        place(0, 5);
        model.step(state, NORTH, stream, out);
        assertThat(out.reward).isEqualTo(-1.0);
        obstacle(4, 4);
        place(3, 3);
        model.step(state, SOUTH_EAST, stream, out);
        assertThat(out.reward).isEqualTo(-1.0);
        assertThat(NavigationModel.robotRow(state)).isEqualTo(3);
        model.step(state, SOUTH, stream, out);
        assertThat(out.reward).isEqualTo(-0.1);
        assertThat(out.terminal).isFalse();
    }

    @Test
    void passesDiagonallyBetweenTwoObstacles() {
        obstacle(3, 4);
        obstacle(4, 3);
        int moved = 0;
        for (int i = 0; i < 100; i++) {
            place(3, 3);
            model.step(state, SOUTH_EAST, stream, out);
            moved += NavigationModel.robotRow(state) == 4 ? 1 : 0;
        }
        assertThat(moved).isGreaterThan(80);
    }

    @Test
    void staysPutWithThreePercent() {
        int stays = 0;
        int steps = 200_000;
        for (int i = 0; i < steps; i++) {
            place(3, 3);
            model.step(state, SOUTH, stream, out);
            stays += NavigationModel.robotRow(state) == 3 ? 1 : 0;
        }
        assertThat(stays / (double) steps).isCloseTo(0.03, within(0.0016));
    }

    @Test
    void reachingTheGoalPaysTwentyAndEnds() {
        place(11, 6);
        do {
            model.step(state, SOUTH, stream, out);
        } while (NavigationModel.robotRow(state) == 11);
        assertThat(out.reward).isEqualTo(20.0);
        assertThat(out.terminal).isTrue();
    }

    @Test
    void remembersEveryCellItWasNextTo() {
        place(3, 3);
        model.step(state, NavigationModel.STAY, stream, out);
        for (int row = 2; row <= 4; row++) {
            for (int column = 2; column <= 4; column++) {
                assertThat(Grid.isMarked(state.ints, NavigationModel.SEEN, Grid.position(row, column)))
                        .isTrue();
            }
        }
        assertThat(Integer.bitCount(state.ints[NavigationModel.SEEN + 1])
                        + Integer.bitCount(state.ints[NavigationModel.SEEN + 2]))
                .isEqualTo(9);
    }

    @Test
    void heuristicIsThePathFormulaAndBoundedWithoutPath() {
        double gamma = 0.983;
        place(5, 6);
        assertThat(model.heuristicValue(state))
                .isCloseTo(-0.1 * (1 - Math.pow(gamma, 7)) / (1 - gamma) + 20 * Math.pow(gamma, 7), within(1e-12));
        for (int column = 0; column < Grid.SIZE; column++) {
            obstacle(6, column);
        }
        assertThat(model.heuristicValue(state))
                .isCloseTo(-0.1 * (1 - Math.pow(gamma, 60)) / (1 - gamma), within(1e-12));
    }

    @Test
    void proposalsFollowThePathAndReachEveryAction() {
        int[] counts = new int[9];
        int draws = 90_000;
        place(11, 6);
        for (int i = 0; i < draws; i++) {
            counts[model.proposeAction(state, stream)]++;
        }
        assertThat(counts[SOUTH] / (double) draws).isCloseTo(0.6 + 0.38 / 8, within(0.01));
        assertThat(counts[NavigationModel.STAY] / (double) draws).isCloseTo(0.02, within(0.005));
        for (int count : counts) {
            assertThat(count).isPositive();
        }
    }

    private void place(int row, int column) {
        state.ints[NavigationModel.ROBOT] = Grid.position(row, column);
    }

    private void obstacle(int row, int column) {
        Grid.mark(state.ints, NavigationModel.MAP, Grid.position(row, column));
    }
}
