package org.teleost.envs.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.envs.mars.Mars;
import org.teleost.envs.mars.MarsProblem;
import org.teleost.envs.rocksample.RockSample;
import org.teleost.envs.rocksample.RockSampleProblem;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class RockTourTest {
    private static final double GAMMA = 0.95;
    private static final RockTour.Costs COSTS = new RockTour.Costs(0.4, 0.05, 12);

    @Test
    void addsUpOneCertainRockAndTheExit() {
        // 4 x 4, rover at (0, 0), rock at (2, 1): 3 moves, a blind sample at t = 3, one move, the exit at t = 5
        RockMap map = new RockMap(4, new int[] {6}, new int[] {0});
        float[] history = {0, RockOdds.KNOWN_GOOD};
        double value = new RockTour(map, GAMMA, COSTS).value(history);
        assertThat(value).isCloseTo(10 * Math.pow(GAMMA, 3) + 10 * Math.pow(GAMMA, 5), within(1e-4));
    }

    @Test
    void checksAnUncertainRockOnTheSpot() {
        // good: sense at 3, sample at 4, exit at 6; bad: sense at 3, exit at 5
        RockMap map = new RockMap(4, new int[] {6}, new int[] {0});
        float[] history = {0, 0.0f};
        double good = 10 * Math.pow(GAMMA, 4) + 10 * Math.pow(GAMMA, 6);
        double bad = 10 * Math.pow(GAMMA, 5);
        assertThat(new RockTour(map, GAMMA, COSTS).value(history)).isCloseTo(0.5 * (good + bad), within(1e-4));
    }

    @Test
    void leavesWhenNoRockIsWorthADetour() {
        RockMap map = new RockMap(4, new int[] {12}, new int[] {3});
        float[] history = {3, -2.0f};
        assertThat(new RockTour(map, GAMMA, COSTS).value(history)).isCloseTo(10.0, within(1e-5));
    }

    @Test
    void informationIsWorthSomething() {
        RockMap map = new RockMap(9, new int[] {40, 44, 76}, new int[] {0});
        RockTour tour = new RockTour(map, GAMMA, COSTS);
        double uncertain = tour.value(new float[] {0, 0.0f, 0.0f, 0.0f});
        double good = tour.value(new float[] {0, 0.0f, RockOdds.KNOWN_GOOD, 0.0f});
        double bad = tour.value(new float[] {0, 0.0f, RockOdds.KNOWN_BAD, 0.0f});
        assertThat(0.5 * good + 0.5 * bad).isGreaterThan(uncertain);
        assertThat(good).isGreaterThan(uncertain);
    }

    @Test
    void twoRoversDoNotCountARockTwice() {
        RockMap map = new RockMap(3, new int[] {4}, new int[] {1, 7});
        float[] history = {1, 7, RockOdds.KNOWN_GOOD};
        // rover 0 samples at 1 and exits at 3; rover 1 exits at 1
        double expected = 10 * (GAMMA + Math.pow(GAMMA, 3) + GAMMA);
        assertThat(new RockTour(map, GAMMA, COSTS).value(history)).isCloseTo(expected, within(1e-4));
    }

    @Test
    void isZeroWhenAllHaveLeft() {
        RockMap map = new RockMap(3, new int[] {4}, new int[] {1, 7});
        assertThat(new RockTour(map, GAMMA, COSTS).value(new float[] {9, 9, 0.0f}))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"4, 1, 1", "5, 7, 1", "13, 31, 1", "4, 6, 2", "20, 20, 2", "50, 64, 2"})
    void agreesWithThePlainTwin(int size, int rocks, int rovers) {
        RandomStream stream = new RandomStream(size * 100L + rocks);
        RockMap map = randomMap(size, rocks, rovers, stream);
        RockTour tour = new RockTour(map, GAMMA, COSTS);
        PlainTour twin = new PlainTour(map, GAMMA, COSTS);
        float[] history = new float[rovers + rocks];
        for (int i = 0; i < 2_000; i++) {
            randomHistory(map, history, stream);
            assertThat(tour.value(history)).as("history %d", i).isCloseTo(twin.value(history), within(2e-3));
        }
    }

    private static RockMap randomMap(int size, int rocks, int rovers, RandomStream stream) {
        int[] cells = new MarsProblem("random", size, rocks, 1).map(stream.nextLong()).rockCell;
        return new RockMap(size, cells, rovers == 1 ? new int[] {0} : new int[] {0, 1});
    }

    private static void randomHistory(RockMap map, float[] history, RandomStream stream) {
        for (int r = 0; r < map.rovers(); r++) {
            history[r] = stream.nextInt(map.gone + (stream.nextInt(5) == 0 ? 1 : 0));
        }
        for (int i = map.rovers(); i < history.length; i++) {
            int kind = stream.nextInt(6);
            float drawn = (float) (6.0 * (stream.nextDouble() - 0.5));
            history[i] = kind == 0 ? RockOdds.KNOWN_BAD : kind == 1 ? RockOdds.KNOWN_GOOD : kind == 2 ? 0.0f : drawn;
        }
    }

    /** The tour played in the real model brings what the value says. */
    @Test
    void predictsTheReturnOfTheTourInMars() {
        int maps = 300;
        double played = 0.0;
        double predicted = 0.0;
        for (int seed = 0; seed < maps; seed++) {
            Mars model = new Mars("mars-20", new MarsProblem("mars-20", 20, 20, 90).map(seed));
            TourPolicy policy = new TourPolicy(model.map(), Mars.DISCOUNT, Mars.COSTS);
            played += policy.play(model, a -> model.jointAction(a[0], a[1]), 90, 1_000 + seed);
            State state = model.layout().newState();
            model.initialHistory(state);
            predicted += model.heuristicValue(state);
        }
        System.out.printf(
                "mars-20 greedy tour over %d maps: played %.2f predicted %.2f%n",
                maps, played / maps, predicted / maps);
        assertThat(played / predicted).isBetween(0.9, 1.1);
    }

    @Test
    void predictsTheReturnOfTheTourInRockSample() {
        List<RockSampleProblem> problems = RockSampleProblem.published();
        for (RockSampleProblem problem : problems) {
            RockSample model = problem.model();
            TourPolicy policy = new TourPolicy(model.map(), RockSample.DISCOUNT, RockSample.COSTS);
            int episodes = 1_000;
            double played = 0.0;
            for (int seed = 0; seed < episodes; seed++) {
                played += policy.play(model, a -> a[0] < 2 ? 1 - a[0] : a[0], 90, seed) / episodes;
            }
            State state = model.layout().newState();
            model.initialHistory(state);
            double predicted = model.heuristicValue(state);
            System.out.printf("%s greedy tour: played %.2f predicted %.2f%n", model.name(), played, predicted);
            assertThat(played / predicted).as(model.name()).isBetween(0.88, 1.12);
        }
    }

    @Test
    void refusesCostsThatOverflow() {
        assertThatThrownBy(() -> new RockTour.Costs(41.0, 0.0, 1)).hasMessageContaining("costBase=41.0");
    }
}
