package org.teleost.envs.parking;

/** Whether the vehicle, a turned rectangle, meets an obstacle, a straight one: by separating axes. */
final class Obstacles {
    private static final double HALF_LENGTH = 0.5;
    private static final double HALF_WIDTH = 0.25;
    private static final double HALF_X = 3.0;
    private static final double HALF_Y = 2.5;
    private static final double FIRST_X = 8.0;
    private static final double FIRST_Y = 3.1;

    private final double endX;

    Obstacles(double endX) {
        this.endX = endX;
    }

    boolean meets(double x, double y, double heading) {
        double reach = HALF_LENGTH + HALF_WIDTH;
        if (x < FIRST_X - HALF_X - reach) {
            return false;
        }
        double cosine = Math.cos(heading);
        double sine = Math.sin(heading);
        return overlaps(x - FIRST_X, y - FIRST_Y, cosine, sine)
                || overlaps(x - FIRST_X, y + FIRST_Y, cosine, sine)
                || overlaps(x - endX, y, cosine, sine);
    }

    private static boolean overlaps(double dx, double dy, double cosine, double sine) {
        double c = Math.abs(cosine);
        double s = Math.abs(sine);
        return Math.abs(dx) <= HALF_X + HALF_LENGTH * c + HALF_WIDTH * s
                && Math.abs(dy) <= HALF_Y + HALF_LENGTH * s + HALF_WIDTH * c
                && Math.abs(dx * cosine + dy * sine) <= HALF_LENGTH + HALF_X * c + HALF_Y * s
                && Math.abs(dy * cosine - dx * sine) <= HALF_WIDTH + HALF_X * s + HALF_Y * c;
    }
}
