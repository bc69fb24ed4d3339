package org.teleost.fluid.body;

/**
 * A root that heaves as y0 + a sin(w t + phase) and pitches as b sin(w t + phase - lag); both zero for a root at rest.
 *
 * @param x position along the stream
 * @param y position across the stream about which it heaves
 * @param heave amplitude a
 * @param pitch amplitude b in radians
 * @param pitchLag by how much the pitch is behind the heave, in radians
 * @param frequency w / (2 pi)
 * @param phase of the heave at time 0, in radians
 */
public record HeaveAndPitch(
        double x, double y, double heave, double pitch, double pitchLag, double frequency, double phase)
        implements RootMotion {
    /** A root that never moves. */
    public static HeaveAndPitch atRest(double x, double y) {
        return new HeaveAndPitch(x, y, 0.0, 0.0, 0.0, 0.0, 0.0);
    }

    @Override
    public void at(double time, RootPose out) {
        double omega = 2.0 * Math.PI * frequency;
        double heavePhase = omega * time + phase;
        double pitchPhase = heavePhase - pitchLag;
        out.x = x;
        out.y = y + heave * Math.sin(heavePhase);
        out.angle = pitch * Math.sin(pitchPhase);
        out.velocityX = 0.0;
        out.velocityY = heave * omega * Math.cos(heavePhase);
        out.rate = pitch * omega * Math.cos(pitchPhase);
        out.accelerationX = 0.0;
        out.accelerationY = -heave * omega * omega * Math.sin(heavePhase);
    }
}
