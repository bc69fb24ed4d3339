package org.teleost.envs.navigation;

import org.teleost.model.DeviceModel;
import org.teleost.random.RandomStream;

/** Leaf value and action prior of one particle: both follow the shortest path in the particle's own map. */
final class PathHeuristic {
    private static final double FOLLOW_PATH = 0.6;
    private static final double STAY = 0.02;

    /**
     * Value of a path of length D: -0.1 (1 - g^D) / (1 - g) + 20 g^D, as published.
     *
     * <p>That counts one step of delay: a walk without noise earns as much as a path of length D - 1 has here.
     */
    private final double[] valueByLength = new double[Grid.CELLS + 1];

    /** Value of moving about until the time limit, for a goal that can't be reached. */
    private final double unreachable;

    PathHeuristic(double discount, int steps) {
        for (int length = 0; length < valueByLength.length; length++) {
            double power = Math.pow(discount, length);
            valueByLength[length] = NavigationModel.MOVE_REWARD * (1.0 - power) / (1.0 - discount)
                    + NavigationModel.GOAL_REWARD * power;
        }
        unreachable = NavigationModel.MOVE_REWARD * (1.0 - Math.pow(discount, steps)) / (1.0 - discount);
    }

    /** The values and shares that navigation.cu reads. */
    void describe(DeviceModel.Builder twin) {
        twin.define("FOLLOW_PATH", FOLLOW_PATH)
                .define("STAY_SHARE", STAY)
                .define("UNREACHABLE_VALUE", unreachable)
                .table("valueByLength", valueByLength);
    }

    double value(int[] lanes) {
        int path = ShortestPath.search(lanes, NavigationModel.MAP, lanes[NavigationModel.ROBOT], MapPrior.GOAL);
        return path < 0 ? unreachable : valueByLength[path >>> 8];
    }

    /** A first step of a shortest path, ties at random; sometimes any move; STAY rarely. */
    int propose(int[] lanes, RandomStream stream) {
        double uniform = stream.nextDouble();
        if (uniform < FOLLOW_PATH) {
            int path = ShortestPath.search(lanes, NavigationModel.MAP, lanes[NavigationModel.ROBOT], MapPrior.GOAL);
            if (path > 0) {
                return oneOf(path & 0xFF, stream);
            }
        }
        return uniform >= 1.0 - STAY ? NavigationModel.STAY : stream.nextInt(NavigationModel.STAY);
    }

    private static int oneOf(int bits, RandomStream stream) {
        int left = bits;
        for (int skip = stream.nextInt(Integer.bitCount(bits)); skip > 0; skip--) {
            left &= left - 1;
        }
        return Integer.numberOfTrailingZeros(left);
    }
}
