package org.teleost.envs.crowdnav;

import org.teleost.model.DeviceModel;
import org.teleost.random.RandomStream;

/**
 * Which actions are worth trying: mostly north, rarely where a tracked pedestrian would be within reach of a collision.
 * A move is called risky when a curious pedestrian stands within 1.35 m of its end (it walks 0.3 closer), or a shy one
 * within 1.0 m (it is hit when it does not act).
 */
final class ActionPrior {
    private static final float CURIOUS_REACH = 1.35f * 1.35f;
    private static final float SHY_REACH = 1.0f;
    private static final double RISKY = 0.1;

    /** Weights of N, E, S, W, YELL when no move is risky. */
    private static final double[] WEIGHTS = {16.0, 2.0, 0.5, 2.0, 1.0};

    /** Weight of a YELL when north is risky. */
    private static final double YELL_INSTEAD = 3.0;

    /** Cumulative probabilities per set of risky moves, 16 rows of 5. */
    private static final double[] CUMULATIVE = cumulative();

    private ActionPrior() {}

    /** The numbers of the prior. */
    static void describe(DeviceModel.Builder twin) {
        twin.define("CURIOUS_REACH", CURIOUS_REACH)
                .define("SHY_REACH", SHY_REACH)
                .table("cumulativeActions", CUMULATIVE);
    }

    static int propose(float[] floats, int curious, RandomStream stream) {
        int row = CrowdRules.ACTIONS * riskyMoves(floats, curious);
        double uniform = stream.nextDouble();
        int action = 0;
        while (uniform >= CUMULATIVE[row + action]) {
            action++;
        }
        return action;
    }

    /** Bit per move N, E, S, W; the squared distance after a move by (1, 0) is d^2 - 2 dx + 1, and so on. */
    static int riskyMoves(float[] floats, int curious) {
        float robotX = floats[CrowdNavModel.ROBOT_X];
        float robotY = floats[CrowdNavModel.ROBOT_Y];
        int risky = 0;
        for (int slot = 0, lane = CrowdNavModel.FIRST_X; slot < CrowdRules.TRACKED; slot++, lane += 2) {
            float dx = floats[lane] - robotX;
            float dy = floats[lane + 1] - robotY;
            float margin = ((curious >>> slot & 1) != 0 ? CURIOUS_REACH : SHY_REACH) - dx * dx - dy * dy - 1.0f;
            risky |= (-2.0f * dx < margin ? 1 << CrowdRules.NORTH : 0)
                    | (-2.0f * dy < margin ? 1 << CrowdRules.EAST : 0)
                    | (2.0f * dx < margin ? 1 << CrowdRules.SOUTH : 0)
                    | (2.0f * dy < margin ? 1 << CrowdRules.WEST : 0);
        }
        return risky;
    }

    private static double[] cumulative() {
        int rows = 1 << CrowdRules.YELL;
        double[] table = new double[rows * CrowdRules.ACTIONS];
        for (int risky = 0; risky < rows; risky++) {
            double[] weights = WEIGHTS.clone();
            double sum = 0.0;
            for (int action = 0; action < weights.length; action++) {
                weights[action] *= (risky >>> action & 1) != 0 ? RISKY : 1.0;
                if (action == CrowdRules.YELL && (risky >>> CrowdRules.NORTH & 1) != 0) {
                    weights[action] = YELL_INSTEAD;
                }
                sum += weights[action];
            }
            double part = 0.0;
            for (int action = 0; action < weights.length; action++) {
                part += weights[action];
                table[risky * CrowdRules.ACTIONS + action] = action == CrowdRules.YELL ? 1.0 : part / sum;
            }
        }
        return table;
    }
}
