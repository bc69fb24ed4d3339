package org.teleost.fluid.flow;

import org.teleost.fluid.grid.Boundaries;
import org.teleost.fluid.grid.Grid;

/**
 * What all flows with the same settings share: the boundaries and the eliminated pressure equation. Immutable; made
 * once, used by any number of threads, each with its own {@link Flow}.
 */
public final class FlowSetup {
    private final FlowSettings settings;
    private final Boundaries boundaries;
    private final Poisson poisson;

    public FlowSetup(FlowSettings settings) {
        this.settings = settings;
        boundaries = new Boundaries(settings.grid(), settings.ends(), settings.inflow());
        poisson = new Poisson(settings.grid(), settings.ends());
    }

    /** What the flow is. */
    public FlowSettings settings() {
        return settings;
    }

    /** The cells. */
    public Grid grid() {
        return settings.grid();
    }

    Boundaries boundaries() {
        return boundaries;
    }

    Poisson poisson() {
        return poisson;
    }
}
