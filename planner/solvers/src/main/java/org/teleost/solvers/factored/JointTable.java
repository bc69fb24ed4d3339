package org.teleost.solvers.factored;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.teleost.solvers.tabular.Limits;
import org.teleost.solvers.tabular.Names;
import org.teleost.solvers.tabular.Rewards;
import org.teleost.solvers.tabular.SparseTable;
import org.teleost.solvers.tabular.TabularPomdp;

/** Multiplies the tables of a factored problem out into joint states, actions and observations. */
public final class JointTable {
    private static final int BEFORE = Slot.Time.BEFORE.place;
    private static final int ACTION = Slot.Time.ACTION.place;
    private static final int AFTER = Slot.Time.AFTER.place;
    private static final int SEEN = Slot.Time.OBSERVATION.place;

    private final FactoredPomdp model;
    private final Names states;
    private final Names actions;
    private final Names observations;
    private final int[] stateStrides;
    private final int[] seenStrides;

    /** Values of the step at hand. */
    private final int[][] step;

    private JointTable(FactoredPomdp model) {
        this.model = model;
        states = FactoredPomdp.joint("joint states", model.states());
        actions = FactoredPomdp.joint("joint actions", model.actions());
        observations = model.observations().isEmpty()
                ? Names.numbered(1)
                : FactoredPomdp.joint("joint observations", model.observations());
        Limits.check("joint states x actions", (long) states.count() * actions.count(), Limits.ROWS);
        stateStrides = strides(model.states());
        seenStrides = strides(model.observations());
        step = newStep();
    }

    private int[][] newStep() {
        return new int[][] {
            new int[model.states().size()],
            new int[model.actions().size()],
            new int[model.states().size()],
            new int[model.observations().size()]
        };
    }

    /**
     * The joint table; observed state variables stay apart from its observations.
     *
     * @throws org.teleost.solvers.tabular.TooLargeException when it is larger than allowed
     */
    public static TabularPomdp of(FactoredPomdp model) {
        JointTable joint = new JointTable(model);
        TabularPomdp table = TabularPomdp.of(
                model.name(),
                model.discount(),
                false,
                joint.states,
                joint.actions,
                joint.observations,
                joint.start(),
                joint.multiply(model.transitions(), AFTER, joint.stateStrides, joint.states.count()),
                joint.multiply(model.seen(), SEEN, joint.seenStrides, joint.observations.count()),
                joint.rewards());
        return model.hasObservedPart() ? table.withObservedPart(joint.observedParts()) : table;
    }

    private static int[] strides(List<Variable> variables) {
        int[] strides = new int[variables.size()];
        int stride = 1;
        for (int i = strides.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= variables.get(i).size();
        }
        return strides;
    }

    static void decode(int joint, List<Variable> variables, int[] out) {
        int rest = joint;
        for (int i = out.length - 1; i >= 0; i--) {
            int size = variables.get(i).size();
            out[i] = rest % size;
            rest /= size;
        }
    }

    /** Number of what is seen of each joint state. */
    private int[] observedParts() {
        int[] parts = new int[states.count()];
        for (int s = 0; s < parts.length; s++) {
            decode(s, model.states(), step[BEFORE]);
            int part = 0;
            for (int i = 0; i < model.states().size(); i++) {
                Variable variable = model.states().get(i);
                part = variable.observed() ? part * variable.size() + step[BEFORE][i] : part;
            }
            parts[s] = part;
        }
        return parts;
    }

    private double[] start() {
        double[] start = new double[states.count()];
        for (int s = 0; s < start.length; s++) {
            decode(s, model.states(), step[BEFORE]);
            double p = 1.0;
            for (int i = 0; i < model.initial().size() && p > 0.0; i++) {
                p *= model.initial().get(i).table()[model.initial().get(i).offset(step, 0)];
            }
            start[s] = p;
        }
        return start;
    }

    /**
     * Rows by action and state of the product of conditional tables. For observations the row's state is the one after
     * the step.
     */
    private SparseTable multiply(List<Factor> factors, int time, int[] strides, int columns) {
        int rows = states.count() * actions.count();
        int[] start = new int[rows + 1];
        Entries entries = new Entries(rows);
        int[] order = order(factors, time);
        for (int row = 0; row < rows; row++) {
            decode(row / states.count(), model.actions(), step[ACTION]);
            decode(row % states.count(), model.states(), step[time == SEEN ? AFTER : BEFORE]);
            expand(factors, order, 0, time, strides, 0, 1.0, entries);
            entries.sort(start[row]);
            start[row + 1] = entries.count;
        }
        return new SparseTable(columns, start, entries.column, entries.value);
    }

    /** Children so that each comes after its parents of the same slice. */
    static int[] order(List<Factor> factors, int time) {
        List<Integer> order = new ArrayList<>();
        boolean[] done = new boolean[factors.size()];
        for (int round = 0; round < factors.size(); round++) {
            for (int i = 0; i < factors.size(); i++) {
                if (!done[i] && ready(factors.get(i), i, time, done)) {
                    done[i] = true;
                    order.add(i);
                }
            }
        }
        if (order.size() < factors.size()) {
            throw new IllegalArgumentException("variables of one time slice depend on each other in a circle");
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean ready(Factor factor, int self, int time, boolean[] done) {
        for (Slot slot : factor.slots()) {
            if (slot.time().place == time && slot.index() != self && !done[slot.index()]) {
                return false;
            }
        }
        return true;
    }

    private void expand(
            List<Factor> factors, int[] order, int at, int time, int[] strides, int joint, double p, Entries out) {
        if (at == order.length) {
            out.add(joint, p);
            return;
        }
        int child = order[at];
        Factor factor = factors.get(child);
        int offset = factor.offset(step, 1);
        double[] table = factor.table();
        for (int v = 0; v < factor.width(); v++) {
            double q = table[offset + v];
            if (q != 0.0) {
                step[time][child] = v;
                expand(factors, order, at + 1, time, strides, joint + v * strides[child], p * q, out);
            }
        }
    }

    private Rewards rewards() {
        int[][] strides = {stateStrides, strides(model.actions()), stateStrides, seenStrides};
        return new JointRewards(model.rewards(), strides);
    }

    /** Growing entries, those of the last row not yet in order. */
    private static final class Entries {
        private int[] column;
        private double[] value;
        private int count;

        Entries(int rows) {
            column = new int[Math.max(16, rows)];
            value = new double[column.length];
        }

        void add(int col, double v) {
            if (count == column.length) {
                Limits.check("entries of the joint table", count + 1L, Limits.ENTRIES);
                int size = (int) Math.min(Limits.ENTRIES, 3L * count / 2 + 16);
                column = Arrays.copyOf(column, size);
                value = Arrays.copyOf(value, size);
            }
            column[count] = col;
            value[count++] = v;
        }

        void sort(int from) {
            for (int i = from + 1; i < count; i++) {
                int c = column[i];
                double v = value[i];
                int j = i - 1;
                for (; j >= from && column[j] > c; j--) {
                    column[j + 1] = column[j];
                    value[j + 1] = value[j];
                }
                column[j + 1] = c;
                value[j + 1] = v;
            }
        }
    }
}
