package org.teleost.envs.crowdnav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

class CrowdNavModelTest {
    private static final int TRIALS = 100_000;
    private final CrowdNavModel model = new CrowdNavModel(new Crowd(1));
    private final State state = model.layout().newState();
    private final RandomStream stream = new RandomStream(2);
    private final Outcome out = new Outcome();
    private final double[] sums = new double[6];

    /** The robot at (10, 0), all pedestrians far away. */
    @BeforeEach
    void emptySquare() {
        state.ints[CrowdNavModel.CURIOUS] = 0;
        state.ints[CrowdNavModel.CLOSER] = 0;
        Arrays.fill(state.floats, 15.0f);
        state.floats[CrowdNavModel.ROBOT_X] = 10.0f;
        state.floats[CrowdNavModel.ROBOT_Y] = 0.0f;
    }

    @Test
    void robotMovesOneMetreAndIsClamped() {
        step(CrowdRules.NORTH);
        step(CrowdRules.EAST);
        assertThat(state.floats).startsWith(11.0f, 1.0f);
        step(CrowdRules.SOUTH);
        step(CrowdRules.WEST);
        assertThat(state.floats).startsWith(10.0f, 0.0f);
        state.floats[CrowdNavModel.ROBOT_X] = 0.5f;
        state.floats[CrowdNavModel.ROBOT_Y] = -20.0f;
        step(CrowdRules.SOUTH);
        step(CrowdRules.WEST);
        assertThat(state.floats).startsWith(0.0f, -20.0f);
        assertThat(out.reward).isEqualTo(-1.0);
    }

    @Test
    void farPedestriansOnlyJitter() {
        collect(4.5f, 0.0f, false, CrowdRules.EAST);
        assertMoments(0.0, 0.0, 0.05 * 0.05, 0.05 * 0.05);
        assertThat(out.observation).isZero();
    }

    /** Seen from the robot's new place at distance 2: 0.9 of 0.3 towards it, variance 0.05^2 + 0.09 * 0.3^2. */
    @Test
    void curiousApproach() {
        collect(2.0f, 0.0f, true, CrowdRules.NORTH);
        assertMoments(-0.27, 0.0, 0.0025 + 0.09 * 0.09, 0.0025);
    }

    @Test
    void shyFlee() {
        collect(1.2f, 1.6f, false, CrowdRules.NORTH);
        assertMoments(0.6 * 0.72, 0.8 * 0.72, 0.0025 + 0.36 * 0.09 * 0.64, 0.0025 + 0.64 * 0.09 * 0.64);
    }

    @Test
    void everyoneFleesAYellAlways() {
        collect(1.2f, -1.6f, true, CrowdRules.YELL);
        assertMoments(1.2, -1.6, 0.0025, 0.0025);
        assertThat(out.reward).isEqualTo(-26.0);
    }

    @Test
    void closerBitIsRareForShyAndCommonForCurious() {
        double curious = collect(2.0f, 0.0f, true, CrowdRules.NORTH);
        double shy = collect(2.0f, 0.0f, false, CrowdRules.NORTH);
        assertThat(curious).isCloseTo(0.9 + 0.05, within(0.005));
        assertThat(shy).isCloseTo(0.05, within(0.005));
    }

    @Test
    void collisionCostsTwoHundredAndGoalPaysThousand() {
        state.floats[CrowdNavModel.FIRST_X] = 11.3f;
        state.floats[CrowdNavModel.FIRST_X + 1] = 0.0f;
        state.ints[CrowdNavModel.CURIOUS] = 1;
        step(CrowdRules.NORTH);
        assertThat(out.reward).isEqualTo(-200.0);
        assertThat(out.terminal).isFalse();
        emptySquare();
        state.floats[CrowdNavModel.ROBOT_X] = 49.0f;
        step(CrowdRules.NORTH);
        assertThat(out.reward).isEqualTo(999.0);
        assertThat(out.terminal).isTrue();
    }

    @Test
    void heuristicIsTheReturnOfWalkingStraightInAnEmptySquare() {
        for (int x = 1; x < 50; x += 6) {
            Arrays.fill(state.floats, -15.0f);
            state.floats[CrowdNavModel.ROBOT_X] = x;
            state.floats[CrowdNavModel.ROBOT_Y] = 15.0f;
            double expected = model.heuristicValue(state);
            double total = 0.0;
            double weight = 1.0;
            do {
                step(CrowdRules.NORTH);
                total += weight * out.reward;
                weight *= model.discount();
            } while (!out.terminal);
            assertThat(expected).as("x %d", x).isCloseTo(total, within(1e-9));
        }
    }

    @Test
    void likelihoodIsOneForTheBitsOfTheStateOnly() {
        step(CrowdRules.NORTH);
        assertThat(model.logLikelihood(out.observation, CrowdRules.NORTH, state))
                .isZero();
        assertThat(model.logLikelihood(out.observation ^ 1, CrowdRules.NORTH, state))
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void proposalsAvoidRiskyMovesAndReachEveryAction() {
        assertThat(proposals()[CrowdRules.NORTH]).isCloseTo(16.0 / 21.5, within(0.01));
        state.floats[CrowdNavModel.FIRST_X] = 11.0f;
        state.floats[CrowdNavModel.FIRST_X + 1] = 0.5f;
        state.ints[CrowdNavModel.CURIOUS] = 1;
        assertThat(ActionPrior.riskyMoves(state.floats, 1)).isEqualTo(0b0011);
        double[] frequencies = proposals();
        assertThat(frequencies[CrowdRules.NORTH]).isLessThan(0.3);
        for (double frequency : frequencies) {
            assertThat(frequency).isPositive();
        }
    }

    private double[] proposals() {
        double[] frequencies = new double[CrowdRules.ACTIONS];
        for (int i = 0; i < TRIALS; i++) {
            frequencies[model.proposeAction(state, stream)] += 1.0 / TRIALS;
        }
        return frequencies;
    }

    private void step(int action) {
        model.step(state, action, stream, out);
    }

    /** Repeats one step with a pedestrian at (dx, dy) from the robot's new place; returns how often it came closer. */
    private double collect(float dx, float dy, boolean curious, int action) {
        Arrays.fill(sums, 0.0);
        int closer = 0;
        for (int i = 0; i < TRIALS; i++) {
            emptySquare();
            state.ints[CrowdNavModel.CURIOUS] = curious ? 1 : 0;
            float x = CrowdRules.robotX(10.0f, action) + dx;
            float y = CrowdRules.robotY(0.0f, action) + dy;
            state.floats[CrowdNavModel.FIRST_X] = x;
            state.floats[CrowdNavModel.FIRST_X + 1] = y;
            step(action);
            double movedX = state.floats[CrowdNavModel.FIRST_X] - x;
            double movedY = state.floats[CrowdNavModel.FIRST_X + 1] - y;
            sums[0] += movedX;
            sums[1] += movedY;
            sums[2] += movedX * movedX;
            sums[3] += movedY * movedY;
            closer += (int) out.observation & 1;
        }
        return closer / (double) TRIALS;
    }

    private void assertMoments(double meanX, double meanY, double varianceX, double varianceY) {
        double x = sums[0] / TRIALS;
        double y = sums[1] / TRIALS;
        assertThat(x).isCloseTo(meanX, within(4.0 * Math.sqrt(varianceX / TRIALS)));
        assertThat(y).isCloseTo(meanY, within(4.0 * Math.sqrt(varianceY / TRIALS)));
        assertThat(sums[2] / TRIALS - x * x).isCloseTo(varianceX, within(0.04 * varianceX));
        assertThat(sums[3] / TRIALS - y * y).isCloseTo(varianceY, within(0.04 * varianceY));
    }
}
