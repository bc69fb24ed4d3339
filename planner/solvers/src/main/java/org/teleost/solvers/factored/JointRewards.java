package org.teleost.solvers.factored;

import java.util.List;
import org.teleost.solvers.tabular.Rewards;

/** The sum of reward tables, looked up by joint states, actions and observations. */
final class JointRewards implements Rewards {
    private final List<Factor> parts;

    /** Joint values that one value of a variable spans, by place of a step and variable. */
    private final int[][] strides;

    JointRewards(List<Factor> parts, int[][] strides) {
        this.parts = parts;
        this.strides = strides;
    }

    @Override
    public double at(int action, int state, int next, int observation) {
        double sum = 0.0;
        for (int i = 0; i < parts.size(); i++) {
            Factor part = parts.get(i);
            int at = 0;
            for (int k = 0; k < part.slots().size(); k++) {
                Slot slot = part.slots().get(k);
                int joint =
                        switch (slot.time()) {
                            case BEFORE -> state;
                            case ACTION -> action;
                            case AFTER -> next;
                            case OBSERVATION -> observation;
                        };
                int size = part.size(k);
                at = at * size + joint / strides[slot.time().place][slot.index()] % size;
            }
            sum += part.table()[at];
        }
        return sum;
    }

    @Override
    public boolean usesNext() {
        return parts.stream().anyMatch(part -> part.uses(Slot.Time.AFTER));
    }

    @Override
    public boolean usesObservation() {
        return parts.stream().anyMatch(part -> part.uses(Slot.Time.OBSERVATION));
    }
}
