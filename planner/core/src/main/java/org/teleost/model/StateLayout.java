package org.teleost.model;

import java.util.List;

/**
 * Names the lanes of a state: 32-bit integers and floats that differ per particle, and history lanes, floats that are a
 * deterministic function of the actions taken and observations received and therefore shared by all particles of a
 * belief (for example the log-odds of each rock). A model without history lanes leaves that list empty. Where actions
 * are continuous the layout also names their coordinates.
 */
public record StateLayout(List<String> ints, List<String> floats, List<String> history, ActionBox action) {
    public StateLayout {
        ints = List.copyOf(ints);
        floats = List.copyOf(floats);
        history = List.copyOf(history);
        if (ints.isEmpty() && floats.isEmpty()) {
            throw new IllegalArgumentException("state layout has no lanes; name at least one int or float lane");
        }
    }

    /** A layout whose actions are ids. */
    public StateLayout(List<String> ints, List<String> floats, List<String> history) {
        this(ints, floats, history, ActionBox.NONE);
    }

    /** A layout with integer lanes only. */
    public static StateLayout ofInts(String... names) {
        return new StateLayout(List.of(names), List.of(), List.of());
    }

    /** A layout with float lanes only. */
    public static StateLayout ofFloats(String... names) {
        return new StateLayout(List.of(), List.of(names), List.of());
    }

    /** The same lanes plus history lanes. */
    public StateLayout withHistory(String... names) {
        return new StateLayout(ints, floats, List.of(names), action);
    }

    /** The same lanes for a model whose actions are points of a box. */
    public StateLayout withActions(ActionBox box) {
        return new StateLayout(ints, floats, history, box);
    }

    /** Bytes of one particle, history lanes not counted. */
    public int bytesPerParticle() {
        return 4 * (ints.size() + floats.size());
    }

    /** A zeroed scratch state of this layout. */
    public State newState() {
        return new State(ints.size(), floats.size(), history.size(), action.size());
    }
}
