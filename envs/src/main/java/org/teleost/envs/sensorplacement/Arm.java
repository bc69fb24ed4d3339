package org.teleost.envs.sensorplacement;

/** Where an arm's end is: rotations about alternating axes, each link along the x axis of its own frame. */
final class Arm {
    private static final double LAST_LINK = 1.0625;
    private static final String AXES = "zyyzzy";

    private final int joints;
    private final boolean[] aboutY;

    Arm(int joints) {
        this.joints = joints;
        aboutY = new boolean[joints];
        for (int joint = 0; joint < joints; joint++) {
            aboutY[joint] = joint < AXES.length() && AXES.charAt(joint) == 'y';
        }
    }

    /**
     * Writes x, y, z of the arm's end to {@code lanes} from {@code joints} on.
     *
     * @param lanes angles of the joints first
     */
    void place(float[] lanes) {
        // the link's direction a, and b and c, where joints about z turn a towards b and joints about y towards -c
        double ax = 1.0;
        double ay = 0.0;
        double az = 0.0;
        double bx = 0.0;
        double by = 1.0;
        double bz = 0.0;
        double cx = 0.0;
        double cy = 0.0;
        double cz = 1.0;
        double x = 0.0;
        double y = 0.0;
        double z = 0.0;
        for (int joint = 0; joint < joints; joint++) {
            double cosine = Math.cos(lanes[joint]);
            double sine = Math.sin(lanes[joint]);
            double oldX = ax;
            double oldY = ay;
            double oldZ = az;
            if (aboutY[joint]) {
                ax = cosine * oldX - sine * cx;
                ay = cosine * oldY - sine * cy;
                az = cosine * oldZ - sine * cz;
                cx = sine * oldX + cosine * cx;
                cy = sine * oldY + cosine * cy;
                cz = sine * oldZ + cosine * cz;
            } else {
                ax = cosine * oldX + sine * bx;
                ay = cosine * oldY + sine * by;
                az = cosine * oldZ + sine * bz;
                bx = cosine * bx - sine * oldX;
                by = cosine * by - sine * oldY;
                bz = cosine * bz - sine * oldZ;
            }
            double length = joint == joints - 1 ? LAST_LINK : 1.0;
            x += length * ax;
            y += length * ay;
            z += length * az;
        }
        lanes[joints] = (float) x;
        lanes[joints + 1] = (float) y;
        lanes[joints + 2] = (float) z;
    }
}
