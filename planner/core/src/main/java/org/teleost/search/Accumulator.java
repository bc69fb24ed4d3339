package org.teleost.search;

import org.teleost.leaf.ActionParts;
import org.teleost.leaf.Opinions;
import org.teleost.leaf.RolloutPolicy;
import org.teleost.model.GenerativeModel;
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
    private final BeliefTree tree;
    private final NodeTensor nodes;
    private final EdgeTensor edges;
    private final TouchedNodes touched;
    private final int lanes;
    private final RootStatistics root;
    private final RolloutPolicy policy;
    private final ActionKnowledge knowledge;
    private final double discount;
    private final ActionParts parts;
    private int likelihoodsRead;
    private int pass;
    private boolean frozen;

    Accumulator(
            BeliefTree tree,
            TouchedNodes touched,
            GenerativeModel model,
            RolloutPolicy policy,
            ActionKnowledge knowledge) {
        this.policy = policy;
        this.knowledge = knowledge;
        discount = model.discount();
        parts = ActionParts.of(model.actionFactors());
        this.tree = tree;
        this.touched = touched;
        nodes = tree.nodes;
        edges = tree.edges;
        lanes = tree.actionLanes();
        root = new RootStatistics(model.actionCount(), lanes > 0);
    }

    void startDecision() {
        root.clear();
        if (policy != null) {
            policy.clear();
        }
        if (knowledge != null) {
            knowledge.clear();
        }
    }

    void startPass(int newPass, boolean treeFrozen) {
        pass = newPass;
        frozen = treeFrozen;
        touched.clear();
        if (policy != null) {
            policy.improve();
        }
        if (knowledge != null) {
            knowledge.improve();
        }
    }

    /** Returns by the root's actions. */
    RootStatistics root() {
        return root;
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
        int node = 0;
        if (tree.isShaped()) {
            tree.addRootPotential(block.potential[i]);
        }
        if (nodes.touch(0, pass)) {
            touched.add(0);
        }
        for (int at = from; at < last; at++) {
            tree.visitEdge(block.edge[at], block.reward[at], pass);
            addLikelihoods(block, at);
            node = block.child[at];
            visitNode(node, block, at);
        }
        if (knowledge != null) {
            teach(block, i, from, last);
        }
        int lastEdge = finish(block, i, last, node);
        int firstEdge = last == from ? lastEdge : block.edge[from];
        if (firstEdge >= 0 || lanes == 0) {
            root.add(
                    lanes > 0 ? firstEdge : firstEdge < 0 ? block.lastAction[i] : edges.action(firstEdge),
                    block.discountedReturn[i]);
        }
        return last + 1;
    }

    /** Tells what became of each action of the episode, beside what the last backup expected of its node. */
    private void teach(EpisodeBlock block, int i, int from, int last) {
        double future = block.leafValue[i];
        int action = block.lastAction[i];
        for (int at = last; at >= from; at--) {
            future = block.reward[at] + discount * future;
            int node = at == from ? 0 : block.child[at - 1];
            int previous = at == from ? -1 : edges.action(block.edge[at - 1]);
            // nothing is expected of the root before its first backup
            if (nodes.slotCount(node) > 0 || node > 0) {
                knowledge.add(previous, action, future - nodes.value(node));
            }
            action = previous;
        }
    }

    /** Returns the edge of the last step, -1 when the memory budget refused one. */
    private int finish(EpisodeBlock block, int i, int last, int node) {
        int edge = block.edge[last] < 0 ? lastEdge(block, i, node) : block.edge[last];
        if (edge < 0) {
            return edge;
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
                visitNode(child, block, block.end[i] - 1, edge);
                nodes.addLeaf(child, block.leafValue[i]);
                compare(child, edge, block, i);
            }
            default -> addNewChild(edge, node, block, i);
        }
        return edge;
    }

    private int lastEdge(EpisodeBlock block, int i, int node) {
        int edge = tree.findEdge(node, block.lastAction[i]);
        if (edge >= 0 || frozen) {
            return edge;
        }
        return lanes > 0
                ? tree.newEdge(node, block.lastAction[i], block.newAction, i * lanes, block.newPrior[i], pass)
                : tree.newEdge(node, block.lastAction[i], pass);
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
        visitNode(child, block, block.end[i] - 1, edge);
        nodes.addLeaf(child, leaf);
        compare(child, edge, block, i);
    }

    /** Books whether the state that the episode ended in would do as the one before it in the same node. */
    private void compare(int child, int edge, EpisodeBlock block, int i) {
        int best = block.bestAction[i];
        if (best < 0) {
            return;
        }
        int before = nodes.exchangeBest(child, best);
        if (before >= 0) {
            tree.addDisagreement(
                    edge, Opinions.different(parts, block.worth, i * block.rows, best, before), parts.count());
        }
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

    private void visitNode(int node, EpisodeBlock block, int step) {
        visitNode(node, block, step, block.edge[step]);
    }

    private void visitNode(int node, EpisodeBlock block, int step, int edge) {
        nodes.visit(node);
        if (tree.isShaped()) {
            nodes.addPotential(node, block.nextPotential[step]);
        }
        if (nodes.touch(node, pass)) {
            touched.add(node);
            nodes.setNextTouched(node, edges.touchedChild(edge));
            edges.setTouchedChild(edge, node);
        }
    }
}
