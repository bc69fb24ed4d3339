package org.teleost.envs.mars;

import org.teleost.envs.rocks.RockMap;
import org.teleost.model.DeviceModel;
import org.teleost.model.State;

/**
 * The published planner's leaf heuristic, for ablations: per rover on the map 12 gamma^d with d the Manhattan distance
 * to the nearest good rock (max(12 gamma, 10) on it, counted once when both rovers stand on the same one), and 10
 * gamma^(n - 1 - x) when no good rock is left. Its penalty for sensing far rocks is left out: it moves the optimum.
 */
final class PublishedValue {
    private final RockMap map;
    private final double[] rockValue;
    private final double[] exitValue;

    PublishedValue(RockMap map, double discount) {
        this.map = map;
        rockValue = new double[2 * map.size];
        exitValue = new double[map.size];
        for (int d = 0; d < rockValue.length; d++) {
            rockValue[d] = 12.0 * Math.pow(discount, d);
        }
        rockValue[0] = Math.max(12.0 * discount, RockMap.PRIZE);
        for (int d = 0; d < exitValue.length; d++) {
            exitValue[d] = RockMap.PRIZE * Math.pow(discount, d);
        }
    }

    double value(State state) {
        int cell0 = Mars.cell(state, 0);
        int cell1 = Mars.cell(state, 1);
        int nearest0 = cell0 == map.gone ? -1 : nearestGood(state, cell0);
        int nearest1 = cell1 == map.gone ? -1 : nearestGood(state, cell1);
        double value = roverValue(cell0, nearest0);
        boolean sameRock = cell0 == cell1 && nearest0 == 0;
        return sameRock ? value : value + roverValue(cell1, nearest1);
    }

    /** The tables and published.cuh, which needs rocks.cuh before it. */
    void describe(DeviceModel.Builder twin) {
        twin.table("rockValue", rockValue).table("exitValue", exitValue).file(PublishedValue.class, "published.cuh");
    }

    private double roverValue(int cell, int nearest) {
        if (cell == map.gone) {
            return 0.0;
        }
        return nearest >= 0 ? rockValue[nearest] : exitValue[map.exitDistance(cell)];
    }

    private int nearestGood(State state, int cell) {
        int nearest = Integer.MAX_VALUE;
        for (int rock = 0; rock < map.rocks; rock++) {
            if (Mars.isGood(state, rock)) {
                nearest = Math.min(nearest, map.distance(cell, rock));
            }
        }
        return nearest == Integer.MAX_VALUE ? -1 : nearest;
    }
}
