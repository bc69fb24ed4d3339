package org.teleost.solvers.sarsop;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.teleost.solvers.policy.SparseBelief;
import org.teleost.solvers.tabular.SparseTable;
import org.teleost.solvers.tabular.TabularPomdp;

/** Beliefs that were reached; equal ones are one node. Makes the branches of a node from the tables. */
final class BeliefTree {
    /** Weights count as equal when they round to the same multiple of this. */
    private static final double GRAIN = 1e-9;

    /** Observations less likely than this are left out. */
    private static final double NEGLIGIBLE = 1e-14;

    /**
     * States no more likely than this are left out: their inverse weights, which the sawtooth takes, must be finite.
     */
    private static final double IMPOSSIBLE = 1e-100;

    private final TabularPomdp model;
    private final StateClasses classes;
    private final double[][] informed;
    private final Domain[] domains;
    private final Map<Key, Node> known = new HashMap<>();

    /** Predicted weights by state, and the states that have one. */
    private final double[] predicted;

    private final int[] touched;
    private final int[] slotOf;
    private int touchedCount;

    BeliefTree(TabularPomdp model, StateClasses classes, double[][] informed) {
        this.model = model;
        this.classes = classes;
        this.informed = informed;
        domains = new Domain[classes.members.length];
        predicted = new double[model.stateCount()];
        touched = new int[model.stateCount()];
        slotOf = new int[model.observationCount() * model.observedParts()];
        Arrays.fill(slotOf, -1);
    }

    /** What makes two beliefs one. */
    private record Key(Domain domain, int[] place, long[] grains) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.domain == domain
                    && Arrays.equals(key.place, place)
                    && Arrays.equals(key.grains, grains);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Arrays.hashCode(place) + Arrays.hashCode(grains)) + System.identityHashCode(domain);
        }
    }

    /** Number of different things that may be seen: observed parts times observations. */
    int kinds() {
        return slotOf.length;
    }

    int size() {
        return known.size();
    }

    Domain[] domains() {
        return domains;
    }

    /** The domain of a class; its first vectors are made by {@link LowerStart}. */
    Domain domain(int number, LowerStart start) {
        if (domains[number] == null) {
            domains[number] = new Domain(classes.members[number], start.upper());
            start.fill(domains[number]);
        }
        return domains[number];
    }

    /** First vectors and corner values of a domain. */
    interface LowerStart {
        double[] upper();

        void fill(Domain domain);
    }

    /** The node of the start; its domain is a class where one holds all its states, else one of its own. */
    Node start(SparseBelief belief, LowerStart start) {
        int first = classes.domainOf[belief.state(0)];
        boolean within = true;
        for (int i = 0; i < belief.count(); i++) {
            within &= classes.domainOf[belief.state(i)] == first;
        }
        int[] place = new int[belief.count()];
        double[] weight = new double[belief.count()];
        int[] states = new int[belief.count()];
        for (int i = 0; i < place.length; i++) {
            states[i] = belief.state(i);
            place[i] = within ? classes.place[belief.state(i)] : i;
            weight[i] = belief.weight(i);
        }
        Domain domain = within ? domain(first, start) : new Domain(states, start.upper());
        if (!within) {
            start.fill(domain);
        }
        return node(domain, place, weight);
    }

    private Node node(Domain domain, int[] place, double[] weight) {
        long[] grains = new long[weight.length];
        for (int i = 0; i < grains.length; i++) {
            grains[i] = Math.round(weight[i] / GRAIN);
        }
        Key key = new Key(domain, place, grains);
        Node found = known.get(key);
        if (found != null) {
            return found;
        }
        Node node = new Node(domain, place, weight);
        known.put(key, node);
        domain.nodes.add(node);
        bound(node);
        return node;
    }

    private void bound(Node node) {
        for (int i = 0; i < node.place.length; i++) {
            node.corners += node.weight[i] * node.domain.corner[node.place[i]];
        }
        double best = Double.NEGATIVE_INFINITY;
        for (double[] alpha : informed) {
            double sum = 0.0;
            for (int i = 0; i < node.place.length; i++) {
                sum += node.weight[i] * alpha[node.domain.states[node.place[i]]];
            }
            best = Math.max(best, sum);
        }
        node.upper = Math.min(node.corners, best);
        node.domain.refreshLower(node);
        node.domain.refreshUpper(node);
    }

    /** Makes the branches of a node. */
    void expand(Node node, LowerStart start) {
        node.branches = new Node.Branch[model.actionCount()];
        for (int a = 0; a < node.branches.length; a++) {
            node.branches[a] = branch(node, a, start);
        }
    }

    private Node.Branch branch(Node node, int action, LowerStart start) {
        SparseTable transition = model.transition();
        double reward = 0.0;
        touchedCount = 0;
        for (int i = 0; i < node.place.length; i++) {
            int row = model.row(action, node.domain.states[node.place[i]]);
            reward += node.weight[i] * model.expected()[row];
            for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
                int next = transition.column[k];
                double p = node.weight[i] * transition.value[k];
                if (predicted[next] == 0.0 && p > 0.0) {
                    touched[touchedCount++] = next;
                }
                predicted[next] += p;
            }
        }
        Arrays.sort(touched, 0, touchedCount);
        Node.Branch branch = split(action, reward, start);
        for (int i = 0; i < touchedCount; i++) {
            predicted[touched[i]] = 0.0;
        }
        return branch;
    }

    /** Splits the predicted belief by what is seen. */
    private Node.Branch split(int action, double reward, LowerStart start) {
        SparseTable observation = model.observation();
        int slots = 0;
        int[] kinds = new int[8];
        int[] counts = new int[8];
        for (int i = 0; i < touchedCount; i++) {
            int row = model.row(action, touched[i]);
            int part = model.firstSeen(touched[i]);
            for (int j = observation.start[row]; j < observation.start[row + 1]; j++) {
                int kind = part + observation.column[j];
                if (slotOf[kind] < 0) {
                    if (slots == kinds.length) {
                        kinds = Arrays.copyOf(kinds, 2 * slots);
                        counts = Arrays.copyOf(counts, 2 * slots);
                    }
                    kinds[slots] = kind;
                    slotOf[kind] = slots++;
                }
                counts[slotOf[kind]]++;
            }
        }
        int[][] places = new int[slots][];
        double[][] weights = new double[slots][];
        double[] sums = new double[slots];
        int[] domain = new int[slots];
        for (int k = 0; k < slots; k++) {
            places[k] = new int[counts[k]];
            weights[k] = new double[counts[k]];
            counts[k] = 0;
        }
        for (int i = 0; i < touchedCount; i++) {
            int row = model.row(action, touched[i]);
            int part = model.firstSeen(touched[i]);
            for (int j = observation.start[row]; j < observation.start[row + 1]; j++) {
                int slot = slotOf[part + observation.column[j]];
                double p = predicted[touched[i]] * observation.value[j];
                places[slot][counts[slot]] = classes.place[touched[i]];
                weights[slot][counts[slot]++] = p;
                domain[slot] = classes.domainOf[touched[i]];
                sums[slot] += p;
            }
        }
        for (int k = 0; k < slots; k++) {
            slotOf[kinds[k]] = -1;
        }
        return branch(reward, slots, kinds, places, weights, sums, domain, start);
    }

    private Node.Branch branch(
            double reward,
            int slots,
            int[] kinds,
            int[][] places,
            double[][] weights,
            double[] sums,
            int[] domain,
            LowerStart start) {
        int count = 0;
        Node[] children = new Node[slots];
        double[] probability = new double[slots];
        int[] kind = new int[slots];
        for (int k = 0; k < slots; k++) {
            if (sums[k] > NEGLIGIBLE) {
                for (int i = 0; i < weights[k].length; i++) {
                    weights[k][i] /= sums[k];
                }
                int possible = possible(places[k], weights[k]);
                children[count] = node(
                        domain(domain[k], start),
                        Arrays.copyOf(places[k], possible),
                        Arrays.copyOf(weights[k], possible));
                kind[count] = kinds[k];
                probability[count++] = sums[k];
            }
        }
        return new Node.Branch(
                reward, Arrays.copyOf(probability, count), Arrays.copyOf(kind, count), Arrays.copyOf(children, count));
    }

    /** Moves the states that are possible to the front; how many there are. */
    private static int possible(int[] place, double[] weight) {
        int count = 0;
        for (int i = 0; i < place.length; i++) {
            if (weight[i] > IMPOSSIBLE) {
                place[count] = place[i];
                weight[count++] = weight[i];
            }
        }
        return count;
    }
}
