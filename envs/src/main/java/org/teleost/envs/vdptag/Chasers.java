package org.teleost.envs.vdptag;

import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.problem.Rule;

/**
 * The published rules of thumb of VDPTag2: both head for where the target will be after its next step without noise.
 */
public final class Chasers {
    private static final double CERTAIN = 0.01;

    private Chasers() {}

    /** Heads for the next place of a particle that is drawn, without a look. */
    public static Rule toNext(VdpTagContinuous model) {
        State state = model.layout().newState();
        return (belief, stream, out) -> {
            double u = stream.nextDouble();
            int i = 0;
            for (double sum = belief.weight(0); sum < u && i < belief.size() - 1; sum += belief.weight(i)) {
                i++;
            }
            belief.load(i, state);
            head(state, false, out);
        };
    }

    /**
     * Heads for the next place of the particles' mean, and looks while the root of their covariance's determinant is
     * large.
     */
    public static Rule manageUncertainty(VdpTagContinuous model) {
        State state = model.layout().newState();
        return (belief, stream, out) -> {
            double x = 0.0;
            double y = 0.0;
            double xx = 0.0;
            double xy = 0.0;
            double yy = 0.0;
            for (int i = 0; i < belief.size(); i++) {
                belief.load(i, state);
                double weight = belief.weight(i);
                double targetX = state.floats[VanDerPol.TARGET_X];
                double targetY = state.floats[VanDerPol.TARGET_Y];
                x += weight * targetX;
                y += weight * targetY;
                xx += weight * targetX * targetX;
                xy += weight * targetX * targetY;
                yy += weight * targetY * targetY;
            }
            double determinant = (xx - x * x) * (yy - y * y) - (xy - x * y) * (xy - x * y);
            state.floats[VanDerPol.TARGET_X] = (float) x;
            state.floats[VanDerPol.TARGET_Y] = (float) y;
            head(state, Math.sqrt(Math.max(0.0, determinant)) > CERTAIN, out);
        };
    }

    private static void head(State state, boolean look, Decision out) {
        VanDerPol.flow(state);
        double dx = state.floats[VanDerPol.TARGET_X] - state.floats[VanDerPol.AGENT_X];
        double dy = state.floats[VanDerPol.TARGET_Y] - state.floats[VanDerPol.AGENT_Y];
        double angle = Math.atan2(dy, dx);
        out.useLanes(2);
        out.action = 0;
        out.lanes[VdpTagContinuous.ANGLE] = (float) (angle < 0.0 ? angle + 2.0 * Math.PI : angle);
        out.lanes[VdpTagContinuous.LOOK] = look ? 1.0f : 0.0f;
    }
}
