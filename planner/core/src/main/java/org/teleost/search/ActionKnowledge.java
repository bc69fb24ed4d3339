package org.teleost.search;

import java.util.Arrays;
import org.teleost.leaf.ActionParts;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.random.Cumulative;
import org.teleost.random.Elementary;
import org.teleost.random.RandomStream;
import org.teleost.tree.BeliefTree;

/**
 * What the nodes of a decision teach each other about actions, where a model brings no proposal of its own and has many
 * actions or tuples of actions. Per factor of the action and per value of the same factor one step before: how much
 * better than their nodes' values the episodes went that took it. A new action is drawn factor by factor: from the
 * node's own policy, from this table by a softmax, or uniformly. 625 pairs of actions become twice 25 numbers.
 *
 * <p>{@link #propose} is for all workers during a pass; {@link #add} and {@link #improve} belong to the thread that
 * books.
 */
final class ActionKnowledge {
    /** Fewer actions are tried soon enough at every node. */
    private static final int MANY = 24;

    /** Share of the factors drawn from the node's own policy, and from the table. */
    private static final double FROM_NODE = 0.5;

    private static final double FROM_TABLE = 0.35;

    /** Visits that a mean is shrunk by. */
    private static final double SHRINK = 10.0;

    /** Inverse temperature in standard deviations of the table's means. */
    private static final double SHARPNESS = 2.0;

    private static final int TRIES = 8;

    private final GenerativeModel model;
    private final BeliefTree tree;
    private final ActionParts parts;
    private final double[][] sum;
    private final int[][] count;
    private final float[][] cumulative;
    private final double[] means;

    /** Whether anything was booked, and whether the tables say so: booking goes on while others draw. */
    private boolean booked;

    private boolean known;

    private ActionKnowledge(GenerativeModel model, BeliefTree tree, ActionParts parts) {
        this.model = model;
        this.tree = tree;
        this.parts = parts;
        sum = new double[parts.count()][];
        count = new int[parts.count()][];
        cumulative = new float[parts.count()][];
        int most = 0;
        for (int f = 0; f < parts.count(); f++) {
            // one row for the root, where no action came before
            int cells = (parts.size(f) + 1) * parts.size(f);
            sum[f] = new double[cells];
            count[f] = new int[cells];
            cumulative[f] = new float[cells];
            most = Math.max(most, parts.size(f));
        }
        means = new double[most];
    }

    /** Whether the model has many actions and doesn't say which of them are worth trying. */
    static boolean hasManyAlike(GenerativeModel model) {
        return model.actionCount() >= MANY && !model.hasProposal();
    }

    /** For a model that may profit, else null. */
    static ActionKnowledge of(GenerativeModel model, BeliefTree tree) {
        if (tree.actionLanes() > 0 || !hasManyAlike(model)) {
            return null;
        }
        return new ActionKnowledge(model, tree, ActionParts.of(model.actionFactors()));
    }

    /** Forgets everything. */
    void clear() {
        for (int f = 0; f < parts.count(); f++) {
            Arrays.fill(sum[f], 0.0);
            Arrays.fill(count[f], 0);
        }
        booked = false;
        known = false;
    }

    /** Books that an episode went so much better than the value of the node where it took the action. */
    void add(int previous, int action, double advantage) {
        for (int f = 0; f < parts.count(); f++) {
            int cell = cell(f, previous, action);
            sum[f][cell] += advantage;
            count[f][cell]++;
        }
        booked = true;
    }

    private int cell(int f, int previous, int action) {
        return row(f, previous) + parts.value(f, action);
    }

    private int row(int f, int previous) {
        return (previous < 0 ? parts.size(f) : parts.value(f, previous)) * parts.size(f);
    }

    /** Brings the tables up to date with what was booked. */
    void improve() {
        known = booked;
        if (!known) {
            return;
        }
        for (int f = 0; f < parts.count(); f++) {
            improve(sum[f], count[f], cumulative[f], parts.size(f));
        }
    }

    private void improve(double[] sums, int[] counts, float[] table, int size) {
        for (int v = 0; v < size; v++) {
            double total = 0.0;
            int seen = 0;
            for (int cell = v; cell < sums.length; cell += size) {
                total += sums[cell];
                seen += counts[cell];
            }
            means[v] = total / (seen + SHRINK);
        }
        double squares = 0.0;
        for (int v = 0; v < size; v++) {
            squares += means[v] * means[v];
        }
        double scale = squares > 0.0 ? SHARPNESS / Math.sqrt(squares / size) : 0.0;
        for (int row = 0; row < sums.length; row += size) {
            double total = 0.0;
            for (int v = 0; v < size; v++) {
                double mean = (sums[row + v] + SHRINK * means[v]) / (counts[row + v] + SHRINK);
                total += Elementary.exp(Math.max(-30.0, Math.min(30.0, scale * mean)));
                table[row + v] = (float) total;
            }
        }
    }

    /** Draws an action for a node. */
    int propose(int node, int previous, State state, RandomStream stream) {
        int start = tree.nodes.slotStart(node);
        int slots = tree.nodes.slotCount(node);
        for (int tries = 0; tries < TRIES; tries++) {
            int action = 0;
            for (int f = 0; f < parts.count(); f++) {
                action += parts.stride(f) * draw(f, start, slots, previous, stream);
            }
            if (model.isLegal(state, action)) {
                return action;
            }
        }
        return model.proposeAction(state, stream);
    }

    private int draw(int f, int start, int slots, int previous, RandomStream stream) {
        double u = stream.nextDouble();
        double v = stream.nextDouble();
        if (slots > 0 && u < FROM_NODE) {
            float total = tree.slotCumulative[start + slots - 1];
            int slot = Cumulative.find(tree.slotCumulative, start, slots, (float) (v * total));
            return parts.value(f, tree.slotAction(slot));
        }
        if (known && u < FROM_NODE + FROM_TABLE) {
            int row = row(f, previous);
            float total = cumulative[f][row + parts.size(f) - 1];
            return Cumulative.find(cumulative[f], row, parts.size(f), (float) (v * total)) - row;
        }
        return (int) (v * parts.size(f));
    }
}
