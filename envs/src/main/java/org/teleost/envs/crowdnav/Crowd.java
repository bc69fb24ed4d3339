package org.teleost.envs.crowdnav;

import org.teleost.random.RandomStream;

/** Where the pedestrians stand, x[300] and y[300]; what the robot can see. */
final class Crowd {
    private static final long CROWD_PURPOSE = 0x63726F7764L;

    final float[] x = new float[CrowdRules.PEDESTRIANS];
    final float[] y = new float[CrowdRules.PEDESTRIANS];

    Crowd() {}

    /** Draws all places uniformly. */
    Crowd(long seed) {
        RandomStream stream = new RandomStream(RandomStream.derive(seed, CROWD_PURPOSE));
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (CrowdRules.MIN_X + stream.nextDouble() * (CrowdRules.MAX_X - CrowdRules.MIN_X));
            y[i] = (float) (CrowdRules.MIN_Y + stream.nextDouble() * (CrowdRules.MAX_Y - CrowdRules.MIN_Y));
        }
    }

    void copyFrom(Crowd source) {
        System.arraycopy(source.x, 0, x, 0, x.length);
        System.arraycopy(source.y, 0, y, 0, y.length);
    }

    double squaredDistance(int pedestrian, float toX, float toY) {
        double dx = x[pedestrian] - (double) toX;
        double dy = y[pedestrian] - (double) toY;
        return dx * dx + dy * dy;
    }
}
