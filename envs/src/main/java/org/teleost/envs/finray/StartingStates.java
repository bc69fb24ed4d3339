package org.teleost.envs.finray;

/**
 * The states that episodes start from: a passive ray, its offset 0, after three periods from rest, at eight phases of
 * the fourth. Read by any number of threads.
 */
final class StartingStates {
    /** Stored phases, evenly over a period. */
    static final int PHASES = 8;

    /** Decisions from one stored phase to the next. */
    static final int SPACING = FinRay.DECISIONS_PER_PERIOD / PHASES;

    private static final int TRANSIENT_PERIODS = 3;

    private final FinRayState[] states;

    private StartingStates(FinRayState[] states) {
        this.states = states;
    }

    static StartingStates simulate(FinRaySetup setup) {
        FinRay ray = new FinRay(setup);
        for (int decision = 0; decision < TRANSIENT_PERIODS * FinRay.DECISIONS_PER_PERIOD; decision++) {
            ray.decide(0.0);
        }
        FinRayState[] states = new FinRayState[PHASES];
        for (int phase = 0; phase < PHASES; phase++) {
            if (phase > 0) {
                hold(ray, SPACING);
            }
            states[phase] = new FinRayState(setup);
            ray.save(states[phase]);
        }
        return new StartingStates(states);
    }

    /**
     * Puts a ray at the given decision of the root's period.
     *
     * @param decision 0 to 39
     */
    void start(FinRay ray, int decision) {
        ray.load(states[decision / SPACING]);
        hold(ray, decision % SPACING);
    }

    private static void hold(FinRay ray, int decisions) {
        for (int decision = 0; decision < decisions; decision++) {
            ray.decide(0.0);
        }
    }
}
