package org.teleost.envs.roomba;

import org.teleost.random.RandomStream;

/** Where the robot's centre may be: two rectangles that overlap. */
final class Floor {
    private static final double LEFT = -24.5;
    private static final double RIGHT = 14.5;
    private static final double TOP = 4.5;

    /** Lower edge of the wide rectangle, which the tall one crosses. */
    private static final double MIDDLE = -4.5;

    private static final double TALL_RIGHT = -15.5;
    private static final double BOTTOM = -19.5;
    private static final double STAIRS_FROM = 10.0;

    /** Closer than this is at a wall. */
    private static final double MARGIN = 1e-4;

    private static final double WIDE_AREA = (RIGHT - LEFT) * (TOP - MIDDLE);
    private static final double TALL_AREA = (TALL_RIGHT - LEFT) * (MIDDLE - BOTTOM);

    private Floor() {}

    static void place(float[] lanes, RandomStream stream) {
        boolean wide = stream.nextDouble() * (WIDE_AREA + TALL_AREA) < WIDE_AREA;
        double x = stream.nextDouble();
        double y = stream.nextDouble();
        lanes[Roomba.X] = (float) (LEFT + x * ((wide ? RIGHT : TALL_RIGHT) - LEFT));
        lanes[Roomba.Y] = (float) (wide ? MIDDLE + y * (TOP - MIDDLE) : BOTTOM + y * (MIDDLE - BOTTOM));
    }

    /** Goes straight on until {@code length} or a wall. */
    static void advance(float[] lanes, double cosine, double sine, double length) {
        double x = lanes[Roomba.X];
        double y = lanes[Roomba.Y];
        double wide = inside(y, MIDDLE, TOP) ? leave(x, y, cosine, sine, RIGHT, MIDDLE) : 0.0;
        double tall = inside(x, LEFT, TALL_RIGHT) ? leave(x, y, cosine, sine, TALL_RIGHT, BOTTOM) : 0.0;
        double way = Math.max(wide, tall);
        // where one rectangle ends the other may go on
        double endX = x + way * cosine;
        double endY = y + way * sine;
        if (way == wide && inside(endX, LEFT, TALL_RIGHT)) {
            way += leave(endX, endY, cosine, sine, TALL_RIGHT, BOTTOM);
        } else if (way == tall && inside(endY, MIDDLE, TOP)) {
            way += leave(endX, endY, cosine, sine, RIGHT, MIDDLE);
        }
        way = Math.min(way, length);
        lanes[Roomba.X] = (float) (x + way * cosine);
        lanes[Roomba.Y] = (float) (y + way * sine);
    }

    private static boolean inside(double value, double low, double high) {
        return value >= low - MARGIN && value <= high + MARGIN;
    }

    /** How far it is to the edge of [LEFT, right] x [bottom, TOP] from a place in it. */
    private static double leave(double x, double y, double cosine, double sine, double right, double bottom) {
        double byX = cosine > 0.0 ? (right - x) / cosine : cosine < 0.0 ? (LEFT - x) / cosine : Double.MAX_VALUE;
        double byY = sine > 0.0 ? (TOP - y) / sine : sine < 0.0 ? (bottom - y) / sine : Double.MAX_VALUE;
        return Math.max(0.0, Math.min(byX, byY));
    }

    static boolean touches(float[] lanes) {
        double x = lanes[Roomba.X];
        double y = lanes[Roomba.Y];
        boolean below = y < MIDDLE - MARGIN;
        return x <= LEFT + MARGIN
                || y >= TOP - MARGIN
                || x >= (below ? TALL_RIGHT : RIGHT) - MARGIN
                || y <= (x > TALL_RIGHT + MARGIN ? MIDDLE : BOTTOM) + MARGIN;
    }

    static boolean atGoal(float[] lanes) {
        return lanes[Roomba.X] >= RIGHT - MARGIN;
    }

    static boolean onStairs(float[] lanes) {
        return lanes[Roomba.X] >= STAIRS_FROM && lanes[Roomba.Y] <= MIDDLE + MARGIN;
    }
}
