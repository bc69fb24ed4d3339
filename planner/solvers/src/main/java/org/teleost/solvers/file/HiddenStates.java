package org.teleost.solvers.file;

import org.teleost.solvers.tabular.TabularPomdp;

/** The states of each observed part, in the order of the joint states: how policies with observed parts count them. */
final class HiddenStates {
    /** Instead of an observed part: all joint states. */
    static final int ALL = -1;

    private final int[][] states;
    private final int all;

    HiddenStates(TabularPomdp model) {
        int parts = model.observedParts();
        all = model.stateCount();
        int[] counts = new int[parts];
        for (int s = 0; s < model.stateCount(); s++) {
            counts[model.partOf(s)]++;
        }
        states = new int[parts][];
        for (int p = 0; p < parts; p++) {
            states[p] = new int[counts[p]];
            counts[p] = 0;
        }
        for (int s = 0; s < model.stateCount(); s++) {
            int part = model.partOf(s);
            states[part][counts[part]++] = s;
        }
    }

    int count(int part) {
        return part == ALL ? all : states[part].length;
    }

    int state(int part, int hidden) {
        return part == ALL ? hidden : states[part][hidden];
    }

    int[] states(int part) {
        return states[part];
    }
}
