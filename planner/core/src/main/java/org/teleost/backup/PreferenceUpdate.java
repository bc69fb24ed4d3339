package org.teleost.backup;

import org.teleost.tree.BeliefTree;
import org.teleost.tree.EdgeTensor;
import org.teleost.tree.NodeTensor;

/** The update of one belief node from the fresh visits of one pass. */
final class PreferenceUpdate {
    private static final double LARGEST_EXPONENT = 300.0;
    private static final double SMALLEST_WEIGHT = 1e-200;

    private final BeliefTree tree;
    private final NodeTensor nodes;
    private final EdgeTensor edges;
    private final double discount;
    private final double explore;
    private final double retention;
    private final double trust;
    private final BackupSettings.ValueRule rule;
    private int pass;
    private double eta;

    PreferenceUpdate(BeliefTree tree, BackupSettings settings) {
        this.tree = tree;
        nodes = tree.nodes;
        edges = tree.edges;
        discount = settings.discount();
        explore = settings.explore();
        retention = settings.retention();
        rule = settings.valueRule();
        trust = settings.trust();
    }

    void prepare(int newPass, double newEta) {
        pass = newPass;
        eta = newEta;
    }

    void apply(int node) {
        nodes.openVisits(node, nodes.visits[node]);
        int known = nodes.slotCount(node);
        if (known == 0 && nodes.newEdge[node] < 0) {
            nodes.value[node] = nodes.leafSum[node] / nodes.leafCount[node];
            return;
        }
        int visits = evaluateEdges(node);
        if (visits > 0) {
            updatePolicy(node, known, visits);
        }
    }

    /** Q(b,a) = mean r + gamma sum_o N(b,a,o) / N(b,a) V(b,a,o) of the edges visited in this pass; returns their visits. */
    private int evaluateEdges(int node) {
        int visits = 0;
        for (int edge = nodes.newEdge[node]; edge >= 0; edge = edges.nextNew[edge]) {
            tree.appendSlot(node, edge);
        }
        int start = nodes.slotStart(node);
        int count = nodes.slotCount(node);
        for (int slot = start; slot < start + count; slot++) {
            int edge = tree.slotEdge(slot);
            if (edges.touchedPass[edge] != pass) {
                continue;
            }
            double future = edges.futureSum[edge];
            for (int child = edges.touchedChild[edge]; child >= 0; child = nodes.nextTouched[child]) {
                double mass = nodes.visits[child] * nodes.value[child];
                future += mass - nodes.bookedMass[child];
                nodes.bookedMass[child] = mass;
            }
            edges.futureSum[edge] = future;
            edges.actionValue[edge] =
                    (edges.rewardSum[edge] + discount * (future + edges.refusedSum[edge])) / edges.visits[edge];
            visits += edges.passVisits[edge];
        }
        nodes.newEdge[node] = -1;
        return visits;
    }

    /** w(a) <- w(a) exp(eta (Q(a) - V)) for visited a; the others keep theirs, that is, they are imputed Q = V. */
    private void updatePolicy(int node, int known, int visits) {
        int start = nodes.slotStart(node);
        int end = start + nodes.slotCount(node);
        double anchor = known == 0 ? meanValue(start, end, visits) : nodes.value[node];
        double pool = nodes.pool(node);
        int newVisits = 0;
        int singles = 0;
        double newValue = 0.0;
        double sum = 0.0;
        for (int slot = start; slot < end; slot++) {
            int edge = tree.slotEdge(slot);
            double weight = edges.weight[edge];
            if (retention < 1.0) {
                weight = Math.pow(weight, retention);
            }
            if (edges.touchedPass[edge] == pass) {
                int fresh = edges.passVisits[edge];
                double value = edges.actionValue[edge];
                if (edges.createdPass[edge] == pass) {
                    newVisits += fresh;
                    newValue += fresh * value;
                    singles += fresh == 1 ? 1 : 0;
                    weight = (double) fresh / visits;
                }
                int seen = edges.visits[edge];
                double rate = eta * seen / (seen + trust);
                weight *= Math.exp(clamp(rate * (value - anchor)));
                weight = Math.max(weight, SMALLEST_WEIGHT);
            }
            edges.weight[edge] = weight;
            sum += weight;
        }
        // Good and Turing: actions seen once stand for the mass of those not seen yet
        double expected = visits * pool;
        pool *= (singles + 0.5) / (Math.max(newVisits, expected) + 0.5);
        if (newVisits > 0) {
            pool *= Math.exp(clamp(eta * (newValue / newVisits - anchor)));
        }
        double value = anchor + Math.log(sum + pool) / eta;
        normalise(node, start, end, pool, sum);
        nodes.value[node] = rule == BackupSettings.ValueRule.SOFT ? value : hardValue(start, end);
    }

    private double meanValue(int start, int end, int visits) {
        double sum = 0.0;
        for (int slot = start; slot < end; slot++) {
            int edge = tree.slotEdge(slot);
            sum += edges.passVisits[edge] * edges.actionValue[edge];
        }
        return sum / visits;
    }

    private double hardValue(int start, int end) {
        double best = Double.NEGATIVE_INFINITY;
        double mean = 0.0;
        double mass = 0.0;
        for (int slot = start; slot < end; slot++) {
            int edge = tree.slotEdge(slot);
            double q = edges.actionValue[edge];
            best = Math.max(best, q);
            mean += edges.weight[edge] * q;
            mass += edges.weight[edge];
        }
        return rule == BackupSettings.ValueRule.MAX ? best : mean / mass;
    }

    private void normalise(int node, int start, int end, double pool, double sum) {
        double share = Math.max(explore, pool / (pool + sum));
        double scale = (1.0 - share) / sum;
        double cumulative = 0.0;
        for (int slot = start; slot < end; slot++) {
            int edge = tree.slotEdge(slot);
            double weight = edges.weight[edge] * scale;
            edges.weight[edge] = weight;
            cumulative += weight;
            tree.slotCumulative[slot] = (float) cumulative;
        }
        nodes.setPool(node, share);
    }

    private static double clamp(double exponent) {
        return Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, exponent));
    }
}
