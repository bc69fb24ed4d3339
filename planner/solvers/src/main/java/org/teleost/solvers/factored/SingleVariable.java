package org.teleost.solvers.factored;

import java.util.ArrayList;
import java.util.List;
import org.teleost.solvers.tabular.SparseTable;
import org.teleost.solvers.tabular.TabularPomdp;

/** A table as a factored problem of one state, one action and one observation variable. */
public final class SingleVariable {
    private static final Slot BEFORE = new Slot(Slot.Time.BEFORE, 0);
    private static final Slot ACTION = new Slot(Slot.Time.ACTION, 0);
    private static final Slot AFTER = new Slot(Slot.Time.AFTER, 0);
    private static final Slot SEEN = new Slot(Slot.Time.OBSERVATION, 0);

    private SingleVariable() {}

    /**
     * The problem with dense tables.
     *
     * @throws org.teleost.solvers.tabular.TooLargeException when they are larger than allowed
     * @throws IllegalArgumentException for a table with an observed part
     */
    public static FactoredPomdp of(TabularPomdp model) {
        if (model.observedPart() != null) {
            throw new IllegalArgumentException("a table with an observed part has variables already");
        }
        int states = model.stateCount();
        Variable state = new Variable(Variable.Role.STATE, "state_0", "state_1", model.states(), false);
        Variable action = new Variable(Variable.Role.ACTION, "action", "action", model.actions(), true);
        Variable seen = new Variable(Variable.Role.OBSERVATION, "seen", "seen", model.observations(), true);
        Factor start = new Factor("the start", List.of(BEFORE), new int[] {states});
        System.arraycopy(model.start(), 0, start.table(), 0, states);
        return new FactoredPomdp(
                model.name(),
                model.discount(),
                List.of(state),
                List.of(action),
                List.of(seen),
                List.of(start),
                List.of(dense(model.transition(), List.of(ACTION, BEFORE, AFTER), model, states)),
                List.of(dense(model.observation(), List.of(ACTION, AFTER, SEEN), model, model.observationCount())),
                List.of(rewards(model)));
    }

    private static Factor dense(SparseTable table, List<Slot> slots, TabularPomdp model, int columns) {
        int[] sizes = {model.actionCount(), model.stateCount(), columns};
        Factor factor = new Factor("a joint table", slots, sizes);
        for (int row = 0; row < table.rows(); row++) {
            for (int k = table.start[row]; k < table.start[row + 1]; k++) {
                factor.table()[row * columns + table.column[k]] = table.value[k];
            }
        }
        return factor;
    }

    private static Factor rewards(TabularPomdp model) {
        List<Slot> slots = new ArrayList<>(List.of(ACTION, BEFORE));
        int next = 1;
        int seen = 1;
        if (model.reward().usesNext()) {
            slots.add(AFTER);
            next = model.stateCount();
        }
        if (model.reward().usesObservation()) {
            slots.add(SEEN);
            seen = model.observationCount();
        }
        int[] sizes = slots.stream()
                .mapToInt(slot -> switch (slot.time()) {
                    case ACTION -> model.actionCount();
                    case OBSERVATION -> model.observationCount();
                    default -> model.stateCount();
                })
                .toArray();
        Factor factor = new Factor("the rewards", slots, sizes);
        int at = 0;
        for (int row = 0; row < model.expected().length; row++) {
            for (int n = 0; n < next; n++) {
                for (int o = 0; o < seen; o++) {
                    factor.table()[at++] = model.reward().at(row / model.stateCount(), row % model.stateCount(), n, o);
                }
            }
        }
        return factor;
    }
}
