package org.teleost.envs.docking;

import org.teleost.belief.ParticleBelief;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.problem.Rule;
import org.teleost.random.RandomStream;

/** Docks where that likely succeeds; else drives in the direction that brings the expected place nearest. */
public final class DriveThenDock implements Rule {
    private static final double LIKELY = 0.8;

    private final State state;

    public DriveThenDock(Docking model) {
        state = model.layout().newState();
    }

    @Override
    public void decide(ParticleBelief belief, RandomStream stream, Decision out) {
        double x = 0.0;
        double y = 0.0;
        double docks = 0.0;
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            x += belief.weight(i) * state.floats[0];
            y += belief.weight(i) * state.floats[1];
            docks += Docking.docksAt(state) ? belief.weight(i) : 0.0;
        }
        double direction = Math.atan2(Docking.DOCK_Y - y, Docking.DOCK_X - x);
        out.action = docks > LIKELY ? Docking.DOCK : Math.floorMod((int) Math.rint(direction / (Math.PI / 4.0)), 8);
    }
}
