package org.teleost.fluid.body;

import org.teleost.fluid.grid.Velocity;

/** Something solid in the flow. Owned by the flow's thread. */
public interface ImmersedBody {
    /**
     * Moves the body to the end of a step and pushes the fluid beside its surface to the surface's velocity.
     *
     * @param predicted velocity at the end of the step as it would be without the body, before the projection; changed
     *     in place inside the domain
     * @param time at the end of the step
     * @param timeStep dt
     * @throws org.teleost.fluid.grid.FlowDivergedException if the body has left the domain or its shape broke
     */
    void act(Velocity predicted, double time, double timeStep);
}
