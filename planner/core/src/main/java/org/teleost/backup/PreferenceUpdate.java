package org.teleost.backup;

import org.teleost.random.Elementary;
import org.teleost.settings.ValueRule;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.EdgeTensor;
import org.teleost.tree.NodeTensor;

/** The update of one belief node from the fresh visits of one pass. */
final class PreferenceUpdate {
    private static final double LARGEST_EXPONENT = 300.0;
    private static final double SMALLEST_WEIGHT = 1e-200;

    /** A pool may outweigh all known actions, but they keep a share: without it their mean value would be 0 / 0. */
    private static final double LARGEST_SHARE = 1.0 - 1e-9;

    /** Visits at which the value of an action sampled from a box counts half. */
    private static final double SAMPLE_TRUST = 30.0;

    private final BeliefTree tree;
    private final NodeTensor nodes;
    private final EdgeTensor edges;
    private final double discount;
    private final double explore;
    private final double retention;
    private final double trust;
    private final double price;
    private final ValueRule rule;
    private int pass;
    private double eta;
    private double leafBias;

    PreferenceUpdate(BeliefTree tree, BackupSettings settings) {
        this.tree = tree;
        nodes = tree.nodes;
        edges = tree.edges;
        discount = settings.discount();
        explore = settings.explore();
        retention = settings.retention();
        // nobody follows the policy over sampled actions to the end: a node is worth its best one
        rule = tree.actionLanes() > 0 ? ValueRule.MAX : settings.valueRule();
        trust = settings.trust();
        price = settings.disagreementPrice();
    }

    void prepare(int newPass, double newEta) {
        pass = newPass;
        eta = newEta;
    }

    /** Sets what is added to the leaf values of nodes that have no actions yet. */
    void setLeafBias(double bias) {
        leafBias = bias;
    }

    void apply(int node) {
        nodes.openVisits(node, nodes.visits(node));
        int known = nodes.slotCount(node);
        if (nodes.touchedEdge(node) < 0) {
            // an interior node can be touched without an edge only when the memory budget refused one
            if (known == 0) {
                nodes.setValue(node, nodes.leafSum(node) / nodes.leafCount(node) + correction(node));
            }
            return;
        }
        int visits = evaluateEdges(node);
        double anchor = known == 0 ? meanValue(node, visits) : nodes.value(node);
        if (tree.actionLanes() > 0) {
            double sum = weighSamples(node, anchor);
            nodes.setValue(node, normalise(node, shareOfNew(node, visits), sum, sum, anchor));
            return;
        }
        double pool = reweigh(node, visits, anchor);
        double sum = sumOfWeights(node);
        double share = Math.min(LARGEST_SHARE, Math.max(explore, pool / (pool + sum)));
        nodes.setValue(node, normalise(node, share, sum, sum + pool, anchor));
    }

    /**
     * What is added to the mean leaf value of a node without actions. Leaf values take each state to be seen, so states
     * that call for different actions are worth less together than alone.
     */
    private double correction(int node) {
        return leafBias - (price > 0.0 ? price * tree.disagreement(nodes.parentEdge(node)) : 0.0);
    }

    /**
     * Where actions are sampled from a box: w(a) = pi0(a) / q(a) exp(k eta (Q(a) - V)) for all of them, k the number of
     * updates of the node, as if each had been there from the first, with Q shrunk to V by its visits. Returns the sum.
     */
    private double weighSamples(int node, double anchor) {
        double sharpness = eta * nodes.countUpdate(node);
        int start = nodes.slotStart(node);
        int end = start + nodes.slotCount(node);
        double sum = 0.0;
        for (int slot = start; slot < end; slot++) {
            int edge = tree.slotEdge(slot);
            int seen = edges.visits(edge);
            double above = seen / (seen + SAMPLE_TRUST) * (tree.slotValue[slot] - anchor);
            double weight = edges.prior(edge) * Elementary.exp(clamp(sharpness * above));
            tree.slotWeight[slot] = Math.max(SMALLEST_WEIGHT, weight);
            sum += tree.slotWeight[slot];
        }
        return sum;
    }

    /** Probability of sampling a new action, so that the node's next visits fill it up to its limit. */
    private double shareOfNew(int node, int fresh) {
        int start = nodes.slotStart(node);
        int count = nodes.slotCount(node);
        int visits = fresh;
        for (int slot = start; slot < start + count; slot++) {
            visits += edges.visits(tree.slotEdge(slot));
        }
        int missing = BoxGrowth.limit(visits) - count;
        return Math.max(0.0, Math.min(BoxGrowth.MOST_NEW, (double) missing / fresh));
    }

    /**
     * Q(b,a) = mean r + gamma sum_o N(b,a,o) / N(b,a) V(b,a,o) of the edges visited in this pass; returns their fresh
     * visits.
     */
    private int evaluateEdges(int node) {
        int visits = 0;
        for (int edge = nodes.touchedEdge(node); edge >= 0; edge = edges.nextTouched(edge)) {
            if (edges.createdPass(edge) == pass) {
                tree.appendSlot(node, edge);
            }
            for (int child = edges.touchedChild(edge); child >= 0; child = nodes.nextTouched(child)) {
                edges.addFuture(edge, nodes.bookMass(child));
            }
            if (tree.sharesObservations()) {
                open(edge);
            }
            double value = edges.actionValue(edge, discount);
            tree.slotValue[nodes.slotStart(node) + edges.place(edge)] = value;
            visits += edges.passVisits(edge);
        }
        return visits;
    }

    /** Shows the search what it may know of an edge whose children share observations. */
    private void open(int edge) {
        edges.openVisits(edge, edges.visits(edge));
        for (int child = edges.firstChild(edge); child >= 0; child = nodes.nextSibling(child)) {
            nodes.openLikelihoods(child);
        }
    }

    private double meanValue(int node, int visits) {
        double sum = 0.0;
        for (int edge = nodes.touchedEdge(node); edge >= 0; edge = edges.nextTouched(edge)) {
            sum += edges.passVisits(edge) * tree.actionValue(edge);
        }
        return sum / visits;
    }

    /**
     * w(a) <- w(a) exp(eta (Q(a) - V)) for visited a; the others keep theirs, that is, they are imputed Q = V. An
     * action seen for the first time starts with its share of the visits. Returns the mass of the actions not seen yet.
     */
    private double reweigh(int node, int visits, double anchor) {
        int start = nodes.slotStart(node);
        if (retention < 1.0) {
            fade(start, start + nodes.slotCount(node));
        }
        int newVisits = 0;
        int singles = 0;
        double newValue = 0.0;
        for (int edge = nodes.touchedEdge(node); edge >= 0; edge = edges.nextTouched(edge)) {
            int slot = start + edges.place(edge);
            int fresh = edges.passVisits(edge);
            double value = tree.slotValue[slot];
            double weight = tree.slotWeight[slot];
            if (edges.createdPass(edge) == pass) {
                newVisits += fresh;
                newValue += fresh * value;
                singles += fresh == 1 ? 1 : 0;
                weight = (double) fresh / visits;
            }
            int seen = edges.visits(edge);
            double rate = eta * seen / (seen + trust);
            tree.slotWeight[slot] = Math.max(SMALLEST_WEIGHT, weight * Elementary.exp(clamp(rate * (value - anchor))));
        }
        // Good and Turing: actions seen once stand for the mass of those not seen yet
        double expected = visits * (double) nodes.pool(node);
        double pool = nodes.pool(node) * (singles + 0.5) / (Math.max(newVisits, expected) + 0.5);
        return newVisits == 0 ? pool : pool * Elementary.exp(clamp(eta * (newValue / newVisits - anchor)));
    }

    private void fade(int start, int end) {
        for (int slot = start; slot < end; slot++) {
            tree.slotWeight[slot] = Elementary.exp(retention * Elementary.log(tree.slotWeight[slot]));
        }
    }

    private double sumOfWeights(int node) {
        int start = nodes.slotStart(node);
        double sum = 0.0;
        for (int slot = start; slot < start + nodes.slotCount(node); slot++) {
            sum += tree.slotWeight[slot];
        }
        return sum;
    }

    /**
     * Scales the weights, which sum to {@code sum}, and to {@code total} with the pool's, to sum 1 with the pool's
     * share, and returns V.
     */
    private double normalise(int node, double share, double sum, double total, double anchor) {
        double[] weights = tree.slotWeight;
        double[] values = tree.slotValue;
        int start = nodes.slotStart(node);
        int end = start + nodes.slotCount(node);
        double scale = (1.0 - share) / sum;
        double cumulative = 0.0;
        double mean = 0.0;
        double best = Double.NEGATIVE_INFINITY;
        for (int slot = start; slot < end; slot++) {
            double weight = weights[slot] * scale;
            weights[slot] = weight;
            cumulative += weight;
            tree.slotCumulative[slot] = (float) cumulative;
            mean += weight * values[slot];
            best = Math.max(best, values[slot]);
        }
        nodes.setPool(node, share);
        return switch (rule) {
            case SOFT -> anchor + Elementary.log(total) / eta;
            case MEAN -> mean / cumulative;
            case MAX -> best;
            case LEAF_AND_MEAN -> withLeaf(node, mean / cumulative);
        };
    }

    private double withLeaf(int node, double mean) {
        int visits = nodes.visits(node);
        // the root has no visits of its own and no leaf value
        return visits == 0 ? mean : (nodes.leafSum(node) + (visits - nodes.leafCount(node)) * mean) / visits;
    }

    private static double clamp(double exponent) {
        return Math.max(-LARGEST_EXPONENT, Math.min(LARGEST_EXPONENT, exponent));
    }
}
