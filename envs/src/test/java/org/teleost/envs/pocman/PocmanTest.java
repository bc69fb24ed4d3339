package org.teleost.envs.pocman;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class PocmanTest {
    private final Pocman model = new Pocman();
    private final Maze maze = model.maze();
    private final State state = model.layout().newState();
    private final Outcome out = new Outcome();
    private final RandomStream stream = new RandomStream(11);

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-126.0, 1024.0))
                .assertPassed();
    }

    @Test
    void theMazeHasOneHundredAndFiftySevenFoodPlacesAndFourPills() {
        assertThat(maze.foodPlaces).isEqualTo(157);
        assertThat(maze.pills).isEqualTo(4);
        for (int place : new int[] {maze.cell(0, 4), maze.cell(16, 4), maze.cell(0, 16), maze.cell(16, 16)}) {
            assertThat(maze.food[place]).isBetween(0, 3);
        }
    }

    @Test
    void everyCellHasAWayOnAndAWayBack() {
        for (int cell = 0; cell < maze.cells; cell++) {
            assertThat(Integer.bitCount(maze.ways[cell])).as("cell %d", cell).isGreaterThanOrEqualTo(2);
            for (int direction = 0; direction < 4; direction++) {
                int to = maze.next(cell, direction);
                if (to >= 0) {
                    assertThat(maze.next(to, direction ^ 2)).isEqualTo(cell);
                }
            }
        }
        assertThat(maze.next(maze.cell(0, 10), Maze.WEST)).isEqualTo(maze.cell(16, 10));
    }

    private void emptyMaze(int x, int y) {
        model.sampleInitial(state, stream);
        state.ints[Pocman.PLACE] = maze.cell(x, y);
        for (int lane = 0; lane < Maze.FOOD_LANES; lane++) {
            state.ints[Pocman.FOOD + lane] = 0;
        }
        state.ints[Pocman.FOOD_LEFT] = 0;
        food(16, 18);
        for (int ghost = 0; ghost < Pocman.GHOSTS; ghost++) {
            state.ints[Pocman.GHOST + ghost] = Ghosts.at(maze.cell(8, 11));
        }
    }

    private void food(int x, int y) {
        int place = maze.food[maze.cell(x, y)];
        state.ints[Pocman.FOOD + place / 32] |= 1 << place;
        state.ints[Pocman.FOOD_LEFT]++;
    }

    @Test
    void foodAndPillsAreEatenAndSmelledBefore() {
        emptyMaze(1, 2);
        food(1, 3);
        model.step(state, Maze.NORTH, stream, out);
        assertThat(out.reward).isEqualTo(9.0);
        assertThat(out.observation >> 8 & 1).isOne();
        assertThat(model.logLikelihood(out.observation, Maze.NORTH, state)).isZero();
        model.step(state, Maze.SOUTH, stream, out);
        assertThat(out.observation >> 8 & 1).isZero();
        emptyMaze(0, 0);
        state.ints[Pocman.PLACE] = maze.cell(1, 4);
        food(0, 4);
        model.step(state, Maze.WEST, stream, out);
        assertThat(out.reward).isEqualTo(9.0);
        assertThat(state.ints[Pocman.POWER]).isEqualTo(15);
        model.step(state, Maze.WEST, stream, out);
        assertThat(out.reward).isEqualTo(-26.0);
        assertThat(state.ints[Pocman.POWER]).isEqualTo(14);
    }

    @Test
    void theLastFoodClearsTheLevel() {
        emptyMaze(15, 18);
        model.step(state, Maze.EAST, stream, out);
        assertThat(out.terminal).isTrue();
        assertThat(out.reward).isEqualTo(999.0);
    }

    @Test
    void aGhostKillsOrIsEatenUnderPower() {
        emptyMaze(8, 6);
        state.ints[Pocman.GHOST] = Ghosts.at(maze.cell(9, 6));
        model.step(state, Maze.EAST, stream, out);
        assertThat(out.terminal).isTrue();
        assertThat(out.reward).isEqualTo(-101.0);
        emptyMaze(8, 6);
        state.ints[Pocman.POWER] = 2;
        state.ints[Pocman.GHOST] = Ghosts.at(maze.cell(9, 6));
        model.step(state, Maze.EAST, stream, out);
        assertThat(out.terminal).isFalse();
        assertThat(out.reward).isEqualTo(24.0);
        assertThat(Ghosts.cell(state.ints[Pocman.GHOST])).isEqualTo(maze.cell(8, 10));
    }

    /** On the lowest row, three cells apart: east with 0.75, else evenly east or west. */
    @Test
    void aGhostNearbyChasesAndFleesUnderPower() {
        Ghosts ghosts = new Ghosts(maze);
        int ghost = Ghosts.at(maze.cell(2, 0));
        int pocman = maze.cell(5, 0);
        int nearer = 0;
        int draws = 40_000;
        for (int i = 0; i < draws; i++) {
            nearer += Ghosts.cell(ghosts.move(ghost, pocman, false, stream)) == maze.cell(3, 0) ? 1 : 0;
            assertThat(ghosts.move(ghost, pocman, true, stream)).isEqualTo(Ghosts.at(maze.cell(1, 0)));
        }
        assertThat((double) nearer / draws).isCloseTo(0.875, within(0.01));
        // six cells away it wanders, and with a heading never back
        int heading = 8 * maze.cell(2, 0) + Maze.WEST;
        for (int i = 0; i < 100; i++) {
            assertThat(ghosts.move(heading, maze.cell(8, 0), false, stream)).isEqualTo(8 * maze.cell(1, 0) + Maze.WEST);
        }
    }

    @Test
    void ghostsAreSeenAlongCorridorsAndHeardNearby() {
        assertThat(maze.noticed(maze.cell(8, 6), maze.cell(16, 6))).isEqualTo(1 << Maze.EAST);
        assertThat(maze.noticed(maze.cell(8, 6), maze.cell(8, 8))).isEqualTo(1 << 9);
        assertThat(maze.noticed(maze.cell(8, 6), maze.cell(9, 6))).isEqualTo(1 << Maze.EAST | 1 << 9);
        assertThat(maze.noticed(maze.cell(0, 10), maze.cell(16, 10))).isZero();
    }
}
