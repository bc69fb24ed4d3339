package org.teleost.backup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.teleost.backup.PlainNode.PlainEdge;
import org.teleost.random.RandomStream;
import org.teleost.tree.BeliefTree;
import org.teleost.tree.TouchedNodes;

/** Books the same visits into a tensor tree and into its plain twin, and updates both. */
final class TwinTrees {
    final BeliefTree tree = new BeliefTree(4L << 20);
    final PlainNode root = new PlainNode(0, 0);
    final List<PlainNode> nodes = new ArrayList<>(List.of(root));
    final TouchedNodes touched = new TouchedNodes(tree.capacity(), 10);
    private final PreferenceUpdate update;
    private final BackupSettings settings;
    private int pass;

    TwinTrees(BackupSettings settings) {
        this.settings = settings;
        update = new PreferenceUpdate(tree, settings);
        tree.reset();
    }

    void startPass() {
        pass++;
        touched.clear();
        for (PlainNode node : nodes) {
            node.edges.values().forEach(edge -> edge.passVisits = 0);
        }
    }

    /** One random episode: down known nodes to a terminal transition, a new node or depth 4. */
    void randomEpisode(RandomStream stream, int actions, double scale) {
        PlainNode node = root;
        while (true) {
            int action = stream.nextInt(actions);
            double reward = scale * (stream.nextGaussian() + action);
            if (stream.nextBoolean(0.2)) {
                visitTerminal(node, action, reward);
                return;
            }
            long observation = stream.nextInt(3);
            boolean known = node.edges.containsKey(action)
                    && node.edges.get(action).children.containsKey(observation);
            PlainNode child = visitChild(node, action, reward, observation);
            if (!known || child.depth == 4) {
                visitLeaf(child, scale * stream.nextGaussian());
                return;
            }
            node = child;
        }
    }

    void visitTerminal(PlainNode node, int action, double reward) {
        tree.edges.addTerminal(visitEdge(node, action, reward).id);
    }

    private PlainNode visitChild(PlainNode node, int action, double reward, long observation) {
        PlainEdge edge = visitEdge(node, action, reward);
        PlainNode child = edge.children.get(observation);
        if (child == null) {
            child = new PlainNode(tree.newNode(edge.id, observation, node.depth + 1, pass), node.depth + 1);
            edge.children.put(observation, child);
            nodes.add(child);
        }
        child.visits++;
        tree.nodes.visit(child.id);
        if (touch(child)) {
            tree.nodes.setNextTouched(child.id, tree.edges.touchedChild(edge.id));
            tree.edges.setTouchedChild(edge.id, child.id);
        }
        return child;
    }

    private void visitLeaf(PlainNode node, double leaf) {
        node.leafSum += leaf;
        node.leafCount++;
        tree.nodes.addLeaf(node.id, leaf);
    }

    private PlainEdge visitEdge(PlainNode node, int action, double reward) {
        touch(node);
        PlainEdge edge = node.edges.computeIfAbsent(action, a -> new PlainEdge(tree.newEdge(node.id, a, pass), pass));
        edge.passVisits++;
        edge.visits++;
        edge.rewardSum += reward;
        tree.visitEdge(edge.id, reward, pass);
        return edge;
    }

    private boolean touch(PlainNode node) {
        if (!tree.nodes.touch(node.id, pass)) {
            return false;
        }
        node.touchedPass = pass;
        touched.add(node.id);
        return true;
    }

    /** Updates the touched nodes of both, deepest first. */
    void update(double eta) {
        touched.sort(tree.nodes);
        update.prepare(pass, eta);
        for (int level = touched.levels() - 1; level >= 0; level--) {
            for (int i = touched.begin(level); i < touched.end(level); i++) {
                update.apply(touched.node(i));
            }
        }
        PlainUpdate plain = new PlainUpdate(settings, pass, eta);
        nodes.stream()
                .filter(node -> node.touchedPass == pass)
                .sorted(Comparator.comparingInt((PlainNode node) -> -node.depth))
                .forEach(plain::apply);
    }
}
