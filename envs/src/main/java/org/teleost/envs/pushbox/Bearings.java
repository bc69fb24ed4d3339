package org.teleost.envs.pushbox;

import org.teleost.envs.noise.TruncatedNormal;
import org.teleost.random.RandomStream;

/** Noisy bearings in buckets of 30 degrees. */
final class Bearings {
    static final int COUNT = 12;

    private static final double WIDTH = 2.0 * Math.PI / COUNT;
    private static final TruncatedNormal NOISE = new TruncatedNormal(0.0, Math.toRadians(10.0));

    private Bearings() {}

    static int draw(double x, double y, RandomStream stream) {
        return bucket(Math.atan2(y, x) + NOISE.draw(stream));
    }

    private static int bucket(double angle) {
        return Math.floorMod((int) Math.floor(angle / WIDTH), COUNT);
    }

    /** Noise never reaches beyond the neighbouring buckets. */
    static double probability(int bucket, double x, double y) {
        double angle = Math.atan2(y, x);
        int own = (int) Math.floor(angle / WIDTH);
        double lower = NOISE.below(own * WIDTH - angle);
        double upper = NOISE.below((own + 1) * WIDTH - angle);
        return switch (Math.floorMod(bucket - own, COUNT)) {
            case 0 -> upper - lower;
            case 1 -> 1.0 - upper;
            case COUNT - 1 -> lower;
            default -> 0.0;
        };
    }
}
