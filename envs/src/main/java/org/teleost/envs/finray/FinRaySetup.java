package org.teleost.envs.finray;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.teleost.fluid.body.HeaveAndPitch;
import org.teleost.fluid.chain.ChainProperties;
import org.teleost.fluid.flow.FlowSettings;
import org.teleost.fluid.flow.FlowSetup;
import org.teleost.fluid.flow.Scheme;
import org.teleost.fluid.grid.Grid;
import org.teleost.fluid.grid.StreamEnds;

/**
 * What all fin rays with the same settings share: the pressure equation, the root's motion, the chain's properties and
 * the states that episodes start from. Made once per process and settings and kept; immutable to its users, safe for
 * any number of threads.
 */
public final class FinRaySetup {
    /** Position of the root along the stream, and the middle of its heave across it. */
    public static final double ROOT = 2.0;

    private static final int DOMAIN_LENGTH = 7;
    private static final int DOMAIN_HEIGHT = 4;
    private static final Map<FinRaySettings, FinRaySetup> SHARED = new ConcurrentHashMap<>();

    private final FinRaySettings settings;
    private final FlowSetup flow;
    private final HeaveAndPitch motion;
    private final ChainProperties chain;
    private StartingStates starts;

    private FinRaySetup(FinRaySettings settings) {
        this.settings = settings;
        int cells = settings.cellsPerLength();
        Grid grid = new Grid(DOMAIN_LENGTH * cells, DOMAIN_HEIGHT * cells, 1.0 / cells);
        flow = new FlowSetup(new FlowSettings(
                grid,
                StreamEnds.INFLOW_OUTFLOW,
                Scheme.forReynolds(settings.reynolds()),
                1.0 / settings.reynolds(),
                settings.timeStep(),
                1.0));
        motion = new HeaveAndPitch(ROOT, ROOT, FinRay.HEAVE, FinRay.PITCH, FinRay.PITCH_LAG, 1.0 / FinRay.PERIOD, 0.0);
        chain = ChainProperties.finRay(settings.links(), settings.massRatio());
    }

    /**
     * The set-up of these settings.
     *
     * @throws org.teleost.fluid.grid.FlowLimitException if the step is too large for the cells
     */
    public static FinRaySetup of(FinRaySettings settings) {
        return SHARED.computeIfAbsent(settings, FinRaySetup::new);
    }

    /** Flow, cells and ray. */
    public FinRaySettings settings() {
        return settings;
    }

    /** The cells of the flow. */
    public Grid grid() {
        return flow.grid();
    }

    FlowSetup flow() {
        return flow;
    }

    HeaveAndPitch motion() {
        return motion;
    }

    ChainProperties chain() {
        return chain;
    }

    /** States that episodes start from; the first caller simulates them, others wait for it. */
    synchronized StartingStates starts() {
        if (starts == null) {
            starts = StartingStates.simulate(this);
        }
        return starts;
    }
}
