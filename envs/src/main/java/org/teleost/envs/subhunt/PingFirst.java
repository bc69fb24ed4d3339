package org.teleost.envs.subhunt;

import org.teleost.belief.ParticleBelief;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.problem.Rule;
import org.teleost.random.RandomStream;

/**
 * Pings at once; then engages when the target is likely near, pings again every other step while its place is not
 * known, and else goes where it is expected. (The published rule of that name follows the value of the fully observable
 * problem after its ping.)
 */
public final class PingFirst implements Rule {
    private static final double ENGAGES = 0.4;
    private static final double UNKNOWN = 2.5;

    private final State state;
    private boolean pinged;

    public PingFirst(SubHunt model) {
        state = model.layout().newState();
    }

    @Override
    public void decide(ParticleBelief belief, RandomStream stream, Decision out) {
        double near = 0.0;
        double x = 0.0;
        double y = 0.0;
        double squares = 0.0;
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            double weight = belief.weight(i);
            near += SubHunt.squareDistance(state) <= 4 ? weight : 0.0;
            double aheadX = SubHunt.column(state.ints[SubHunt.TARGET]) + SubHunt.advanceX(state);
            double aheadY = SubHunt.row(state.ints[SubHunt.TARGET]) + SubHunt.advanceY(state);
            x += weight * aheadX;
            y += weight * aheadY;
            squares += weight * (aheadX * aheadX + aheadY * aheadY);
        }
        double spread = Math.sqrt(Math.max(0.0, squares - x * x - y * y));
        boolean ping = state.ints[SubHunt.AWARE] == 0 || spread > UNKNOWN && !pinged;
        int move = towards(x, y);
        pinged = near < ENGAGES && (ping || move < 0);
        out.action = near >= ENGAGES ? SubHunt.ENGAGE : pinged ? SubHunt.PING : move;
    }

    /** The move that ends nearest to a place, -1 where staying is nearer. */
    private int towards(double x, double y) {
        int own = state.ints[SubHunt.OWN];
        int best = -1;
        double least = distance(own, x, y);
        for (int move = 0; move < SubHunt.PING; move++) {
            double distance = distance(SubHunt.moved(own, move), x, y);
            if (distance < least) {
                least = distance;
                best = move;
            }
        }
        return best;
    }

    private static double distance(int cell, double x, double y) {
        return Math.hypot(SubHunt.column(cell) - x, SubHunt.row(cell) - y);
    }
}
