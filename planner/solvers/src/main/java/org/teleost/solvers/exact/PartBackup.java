package org.teleost.solvers.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.teleost.solvers.tabular.SparseTable;
import org.teleost.solvers.tabular.TabularPomdp;

/** The states of which the same is seen, and the backup of their vectors. */
final class PartBackup {
    /** States of the part, ascending. */
    final int[] states;

    private final TabularPomdp model;

    /** What may be seen after each action. */
    private final List<List<Kind>> kinds = new ArrayList<>();

    /** An observation with the part that is seen: rows of gamma T(s'|s, a) Z(o|s', a) to the places of that part. */
    private static final class Kind {
        private final int part;
        private final int[] start;
        private int[] place = new int[8];
        private double[] weight = new double[8];
        private int count;

        Kind(int part, int states) {
            this.part = part;
            start = new int[states + 1];
        }

        void add(int at, double w) {
            if (count == place.length) {
                place = Arrays.copyOf(place, 2 * count);
                weight = Arrays.copyOf(weight, 2 * count);
            }
            place[count] = at;
            weight[count++] = w;
        }

        double[] times(double[] value) {
            double[] product = new double[start.length - 1];
            for (int i = 0; i < product.length; i++) {
                for (int k = start[i]; k < start[i + 1]; k++) {
                    product[i] += weight[k] * value[place[k]];
                }
            }
            return product;
        }
    }

    private PartBackup(TabularPomdp model, int[] states, int[] place) {
        this.model = model;
        this.states = states;
        for (int a = 0; a < model.actionCount(); a++) {
            kinds.add(kinds(a, place));
        }
    }

    /** The parts of a table, as far as they have states, in the order of their numbers. */
    static PartBackup[] of(TabularPomdp model) {
        int[] number = new int[model.observedParts()];
        int[] size = new int[number.length];
        int[] place = new int[model.stateCount()];
        for (int s = 0; s < place.length; s++) {
            place[s] = size[model.partOf(s)]++;
        }
        int[][] members = new int[number.length][];
        for (int x = 0; x < members.length; x++) {
            members[x] = new int[size[x]];
        }
        for (int s = 0; s < place.length; s++) {
            members[model.partOf(s)][place[s]] = s;
        }
        PartBackup[] parts = new PartBackup[members.length];
        for (int x = 0; x < parts.length; x++) {
            parts[x] = new PartBackup(model, members[x], place);
        }
        return parts;
    }

    private List<Kind> kinds(int action, int[] place) {
        SparseTable transition = model.transition();
        SparseTable observation = model.observation();
        Map<Integer, Kind> found = new TreeMap<>();
        for (int i = 0; i < states.length; i++) {
            int row = model.row(action, states[i]);
            for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
                int next = transition.column[k];
                int seen = model.row(action, next);
                for (int j = observation.start[seen]; j < observation.start[seen + 1]; j++) {
                    int key = model.firstSeen(next) + observation.column[j];
                    Kind kind = found.computeIfAbsent(key, x -> new Kind(model.partOf(next), states.length));
                    kind.add(place[next], model.discount() * transition.value[k] * observation.value[j]);
                }
            }
            for (Kind kind : found.values()) {
                kind.start[i + 1] = kind.count;
            }
        }
        return List.copyOf(found.values());
    }

    /** The part's values of a vector over all states. */
    double[] of(double[] all) {
        double[] values = new double[states.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = all[states[i]];
        }
        return values;
    }

    int mostKinds() {
        return kinds.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The latest of some times, by part, among the parts that may follow. */
    long lastChange(long[] times) {
        return kinds.stream()
                .flatMap(List::stream)
                .mapToLong(kind -> times[kind.part])
                .max()
                .orElse(0);
    }

    /** V'(b) = max_a [ R(b, a) + sum_o max_alpha b . alpha_ao ]: sums of pruned sets, pruned after each. */
    PlanList backup(PlanList[] plans, Pruning[] prunings, double tolerance) {
        Pruning pruning = prunings[model.partOf(states[0])];
        PlanList all = new PlanList();
        for (int a = 0; a < kinds.size(); a++) {
            PlanList sums = sums(a, plans, pruning, tolerance);
            for (double[] value : sums.values) {
                for (int i = 0; i < value.length; i++) {
                    value[i] += model.expected()[model.row(a, states[i])];
                }
                all.add(a, value);
            }
        }
        return PlanList.of(all, pruning.needed(all, tolerance), -1);
    }

    private PlanList sums(int action, PlanList[] plans, Pruning pruning, double tolerance) {
        List<PlanList> futures = new ArrayList<>();
        for (Kind kind : kinds.get(action)) {
            PlanList future = new PlanList();
            for (double[] value : plans[kind.part].values) {
                future.add(action, kind.times(value));
            }
            futures.add(PlanList.of(future, pruning.needed(future, tolerance), action));
        }
        futures.sort(Comparator.comparingInt(PlanList::count));
        PlanList sums = futures.get(0);
        for (PlanList future : futures.subList(1, futures.size())) {
            PlanSums pairs = new PlanSums(sums, future);
            sums = PlanList.of(pairs, pruning.needed(pairs, tolerance), action);
        }
        return sums;
    }
}
