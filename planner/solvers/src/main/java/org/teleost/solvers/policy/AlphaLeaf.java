package org.teleost.solvers.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.teleost.solvers.tabular.TabularModel;

/**
 * A set of vectors as leaf value and action prior of the planner: V(b) is at least the largest vector at b. Vectors
 * that are about the same states are kept together, so that those of other states cost nothing. Immutable.
 */
public final class AlphaLeaf implements TabularModel.BeliefValue {
    private final List<Group> groups = new ArrayList<>();

    /** Groups that are about a state. */
    private final Group[][] groupsOf;

    /** What a belief is worth that no vector is about. */
    private final float[] otherwise;

    private final int otherwiseAction;

    /** Vectors about the same states. */
    private static final class Group {
        private final int[] place;
        private final List<float[]> values = new ArrayList<>();
        private final List<Integer> actions = new ArrayList<>();

        Group(int[] place) {
            this.place = place;
        }
    }

    /**
     * The leaf value of a policy.
     *
     * @param states number of states of the problem
     * @param otherwise value of each state for beliefs that no vector is about
     */
    public AlphaLeaf(AlphaSet policy, int states, double[] otherwise) {
        this.otherwise = new float[states];
        for (int s = 0; s < states; s++) {
            this.otherwise[s] = (float) otherwise[s];
        }
        otherwiseAction = policy.vectors().get(0).action();
        IdentityHashMap<Object, Group> known = new IdentityHashMap<>();
        for (AlphaVector vector : policy.vectors()) {
            Object key = vector.states() == null ? this : vector.states();
            Group group = known.computeIfAbsent(key, k -> add(new Group(places(vector, states))));
            float[] values = new float[vector.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) vector.values()[i];
            }
            group.values.add(values);
            group.actions.add(vector.action());
        }
        groupsOf = new Group[states][];
        for (int s = 0; s < states; s++) {
            int state = s;
            groupsOf[s] =
                    groups.stream().filter(group -> group.place[state] >= 0).toArray(Group[]::new);
        }
    }

    private Group add(Group group) {
        groups.add(group);
        return group;
    }

    private static int[] places(AlphaVector vector, int states) {
        int[] place = new int[states];
        Arrays.fill(place, -1);
        for (int i = 0; i < vector.values().length; i++) {
            place[vector.states() == null ? i : vector.states()[i]] = i;
        }
        return place;
    }

    @Override
    public double value(float[] belief) {
        return best(belief, false);
    }

    @Override
    public int action(float[] belief) {
        return (int) best(belief, true);
    }

    @Override
    public String lines() {
        StringBuilder text = new StringBuilder();
        for (Group group : groups) {
            for (int i = 0; i < group.values.size() && group.place.length == 2; i++) {
                float[] values = group.values.get(i);
                if (values.length == 2) {
                    text.append(group.actions.get(i) + " " + values[0] + " " + values[1] + " ");
                }
            }
        }
        return text.toString().strip();
    }

    private double best(float[] belief, boolean action) {
        int count = 0;
        int[] support = new int[belief.length];
        for (int s = 0; s < belief.length; s++) {
            if (belief[s] != 0.0f) {
                support[count++] = s;
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        int bestAction = otherwiseAction;
        for (int g = 0; count > 0 && g < groupsOf[support[0]].length; g++) {
            Group group = groupsOf[support[0]][g];
            if (!covers(group, support, count)) {
                continue;
            }
            for (int i = 0; i < group.values.size(); i++) {
                double value = dot(belief, support, count, group.place, group.values.get(i));
                if (value > most) {
                    most = value;
                    bestAction = group.actions.get(i);
                }
            }
        }
        if (action) {
            return bestAction;
        }
        return most > Double.NEGATIVE_INFINITY ? most : unknown(belief, support, count);
    }

    private static boolean covers(Group group, int[] support, int count) {
        for (int i = 0; i < count; i++) {
            if (group.place[support[i]] < 0) {
                return false;
            }
        }
        return true;
    }

    private static double dot(float[] belief, int[] support, int count, int[] place, float[] values) {
        double sum = 0.0;
        for (int i = 0; i < count; i++) {
            sum += belief[support[i]] * values[place[support[i]]];
        }
        return sum;
    }

    private double unknown(float[] belief, int[] support, int count) {
        double sum = 0.0;
        for (int i = 0; i < count; i++) {
            sum += belief[support[i]] * otherwise[support[i]];
        }
        return sum;
    }
}
