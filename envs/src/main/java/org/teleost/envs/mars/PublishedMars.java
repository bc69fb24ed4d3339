package org.teleost.envs.mars;

import org.teleost.model.State;

/** MARS with the published planner's leaf value, and uniform proposals. */
public final class PublishedMars extends PlainMars {
    private final PublishedValue value;

    /** The same world as {@code dynamics}, under another name. */
    public PublishedMars(String name, Mars dynamics) {
        super(name, dynamics);
        value = new PublishedValue(dynamics.map(), Mars.DISCOUNT);
    }

    @Override
    public double heuristicValue(State state) {
        return value.value(state);
    }
}
