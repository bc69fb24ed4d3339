package org.teleost.search;

import java.util.Arrays;
import org.teleost.leaf.RolloutPolicy;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.EdgeTensor;
import org.teleost.tree.NodeTensor;
import org.teleost.tree.TouchedNodes;

/**
 * Books the blocks of a pass into the tree, strictly in episode order and one thread at a time: ids, counts and
 * floating-point sums are then the same for any number of threads. Creates nodes and edges, which the search of the
 * same pass does not yet see.
 */
final class Accumulator {
    /** Relative differences below this are rounding. */
    private static final double ROUNDING = 1e-12;

    private final BeliefTree tree;
    private final NodeTensor nodes;
    private final EdgeTensor edges;
    private final TouchedNodes touched;
    private final long[] rootVisits;
    private final double[] rootReturns;
    private final double[] rootSquares;
    private final RolloutPolicy policy;
    private int likelihoodsRead;
    private int pass;
    private boolean frozen;

    Accumulator(BeliefTree tree, TouchedNodes touched, int actionCount, RolloutPolicy policy) {
        this.policy = policy;
        this.tree = tree;
        this.touched = touched;
        nodes = tree.nodes;
        edges = tree.edges;
        rootVisits = new long[actionCount];
        rootReturns = new double[actionCount];
        rootSquares = new double[actionCount];
    }

    void startDecision() {
        Arrays.fill(rootVisits, 0);
        Arrays.fill(rootReturns, 0.0);
        Arrays.fill(rootSquares, 0.0);
        if (policy != null) {
            policy.clear();
        }
    }

    void startPass(int newPass, boolean treeFrozen) {
        pass = newPass;
        frozen = treeFrozen;
        touched.clear();
        if (policy != null) {
            policy.improve();
        }
    }

    /**
     * The scale of value differences: largest minus smallest mean return over the actions simulated at the root; where
     * they do not differ (one action, say), two standard deviations of the episodes' returns. A float, so that the
     * order in which returns were added up does not show.
     */
    float rootRange() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0.0;
        double squares = 0.0;
        long visits = 0;
        for (int action = 0; action < rootVisits.length; action++) {
            if (rootVisits[action] > 0) {
                double mean = rootReturns[action] / rootVisits[action];
                low = Math.min(low, mean);
                high = Math.max(high, mean);
                sum += rootReturns[action];
                squares += rootSquares[action];
                visits += rootVisits[action];
            }
        }
        double rounding = ROUNDING * Math.max(Math.abs(low), Math.abs(high));
        if (high - low > rounding) {
            return (float) (high - low);
        }
        double mean = sum / visits;
        double deviation = Math.sqrt(Math.max(0.0, squares / visits - mean * mean));
        return deviation > Math.sqrt(ROUNDING) * Math.abs(mean) ? (float) (2.0 * deviation) : 0.0f;
    }

    double rootReturn(int action) {
        return rootReturns[action];
    }

    double rootSquare(int action) {
        return rootSquares[action];
    }

    void add(EpisodeBlock block) {
        int at = 0;
        likelihoodsRead = 0;
        for (int i = 0; i < block.episodes; i++) {
            at = addEpisode(block, i, at);
        }
    }

    private int addEpisode(EpisodeBlock block, int i, int from) {
        int last = block.end[i] - 1;
        int firstEdge = block.edge[from];
        int rootAction = firstEdge < 0 ? block.lastAction[i] : edges.action(firstEdge);
        double episodeReturn = block.discountedReturn[i];
        rootVisits[rootAction]++;
        rootReturns[rootAction] += episodeReturn;
        rootSquares[rootAction] += episodeReturn * episodeReturn;
        int node = 0;
        if (nodes.touch(0, pass)) {
            touched.add(0);
        }
        for (int at = from; at < last; at++) {
            tree.visitEdge(block.edge[at], block.reward[at], pass);
            addLikelihoods(block, at);
            node = block.child[at];
            visitNode(node, block.edge[at]);
        }
        finish(block, i, last, node);
        return last + 1;
    }

    private void finish(EpisodeBlock block, int i, int last, int node) {
        int edge = block.edge[last];
        if (edge < 0) {
            edge = tree.findEdge(node, block.lastAction[i]);
            if (edge < 0) {
                if (frozen) {
                    return;
                }
                edge = tree.newEdge(node, block.lastAction[i], pass);
            }
        }
        tree.visitEdge(edge, block.reward[last], pass);
        addLikelihoods(block, last);
        if (policy != null && block.ending[i] != EpisodeBlock.TERMINAL) {
            policy.add(block.rolloutContext[i], block.rolloutAction[i], block.leafValue[i]);
        }
        switch (block.ending[i]) {
            case EpisodeBlock.TERMINAL -> edges.addTerminal(edge);
            case EpisodeBlock.LEAF -> {
                int child = block.child[last];
                visitNode(child, edge);
                nodes.addLeaf(child, block.leafValue[i]);
            }
            default -> addNewChild(edge, node, block, i);
        }
    }

    private void addNewChild(int edge, int node, EpisodeBlock block, int i) {
        long observation = block.lastObservation[i];
        double leaf = block.leafValue[i];
        int child = tree.findChildWhileBooking(edge, observation);
        if (child < 0) {
            if (frozen || tree.sharesObservations() && isFull(edge, block.alone[i])) {
                edges.addRefused(edge, leaf);
                return;
            }
            child = tree.newNode(edge, observation, nodes.depth(node) + 1, pass);
            if (tree.sharesObservations()) {
                edges.addChild(edge);
                nodes.addLikelihood(child, block.ownLikelihood[i]);
            }
        }
        visitNode(child, edge);
        nodes.addLeaf(child, leaf);
    }

    private boolean isFull(int edge, boolean unexplained) {
        return edges.children(edge) >= SharedObservations.limit(edges.visits(edge), unexplained);
    }

    private void addLikelihoods(EpisodeBlock block, int step) {
        int count = block.known[step];
        if (count == 0) {
            return;
        }
        // the search saw the children that are older than this pass, newest first
        int child = edges.firstChild(block.edge[step]);
        for (int i = 0; i < count; child = nodes.nextSibling(child)) {
            if (nodes.createdPass(child) != pass) {
                nodes.addLikelihood(child, block.likelihood[likelihoodsRead++]);
                i++;
            }
        }
    }

    private void visitNode(int node, int edge) {
        nodes.visit(node);
        if (nodes.touch(node, pass)) {
            touched.add(node);
            nodes.setNextTouched(node, edges.touchedChild(edge));
            edges.setTouchedChild(edge, node);
        }
    }
}
