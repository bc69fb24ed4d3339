package org.teleost.search;

import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.random.Cumulative;
import org.teleost.random.Elementary;
import org.teleost.random.RandomStream;
import org.teleost.tree.BeliefTree;

/**
 * One worker's choice of an action where actions are points of a box: one of the node's own by its policy, or, as often
 * as the backup asked for, a new one. A new one comes from the model's proposal or from a mixture of Gaussians around
 * the node's own actions, weighted by their policy probabilities, with the policy's own deviation: a cross-entropy
 * method whose elite is the softmax. The density ratio of the model's proposal to the mixture goes with the action, so
 * that where samples come from does not change what they are worth.
 */
final class BoxActions {
    /** Share of new actions drawn from the model's proposal. */
    private static final double FROM_MODEL = 0.3;

    /** Share drawn around the open-loop plan, where it reaches so deep; it goes off the share around the others. */
    private static final double FROM_PLAN = 0.2;

    /** Share of a node's first actions that are. */
    private static final double FIRST_FROM_PLAN = 0.5;

    /** Actions of a node before any is drawn around the others. */
    private static final int FEWEST = 8;

    /** Least deviation as a share of the box, for one action; it falls with the square root of their number. */
    private static final double FLOOR = 0.1;

    /** Actions that a node samples in its first pass, and at most in a later one. */
    private static final int FIRST_ACTIONS = 16;

    private static final int MOST_NEW = 64;

    /** Bounds of the density ratio. */
    private static final double LARGEST_RATIO = 20.0;

    /** Actions that the mixture's density is summed over. */
    private static final int MOST_TERMS = 64;

    private final GenerativeModel model;
    private final BeliefTree tree;
    private final ActionBox box;
    private final OpenLoopPlan plan;
    private final double[] deviation;
    private final RandomStream draws = new RandomStream(0);
    private final long seed;
    private double prior;
    private int key;
    private int slot;

    BoxActions(GenerativeModel model, BeliefTree tree, OpenLoopPlan plan, long seed) {
        this.seed = RandomStream.derive(seed, 0xB0C5);
        this.model = model;
        this.plan = plan;
        this.tree = tree;
        box = model.layout().action();
        deviation = new double[box.size()];
    }

    /**
     * Draws an action into {@code state.action}; returns its edge, or -1 for a new one, whose density ratio is
     * {@link #prior}.
     */
    int choose(int node, int pass, State state, RandomStream stream) {
        double u = stream.nextDouble();
        int count = tree.nodes.slotCount(node);
        float pool = tree.nodes.pool(node);
        slot = -1;
        if (count == 0 || u < pool) {
            // episodes of one pass share the few new actions of a node, so that each is tried more than once
            int wanted = count == 0 ? FIRST_ACTIONS : Math.max(1, Math.min(MOST_NEW, count / 4));
            int number = stream.nextInt(wanted);
            draws.startEpisode(seed ^ node, pass, number);
            key = pass << 8 | number;
            propose(node, count, state, draws);
            return -1;
        }
        slot = Cumulative.find(tree.slotCumulative, tree.nodes.slotStart(node), count, (float) (u - pool));
        int edge = tree.slotEdge(slot);
        tree.edges.loadLanes(edge, state.action, 0);
        return edge;
    }

    /** Id of the last new action at its node. */
    int key() {
        return key;
    }

    /** Slot of the last choice, -1 for a new action. */
    int slot() {
        return slot;
    }

    /** Density of the model's proposal, taken as uniform, over that of the last new action, within bounds. */
    double prior() {
        return prior;
    }

    private void propose(int node, int count, State state, RandomStream stream) {
        int depth = tree.nodes.depth(node);
        boolean few = count < FEWEST;
        double fromPlan = depth >= plan.length() ? 0.0 : few ? FIRST_FROM_PLAN : FROM_PLAN;
        double u = stream.nextDouble();
        int start = tree.nodes.slotStart(node);
        if (!few) {
            fit(start, count);
        }
        if (u < fromPlan) {
            plan.draw(depth, state.action, stream);
        } else if (few || u < fromPlan + FROM_MODEL) {
            model.proposeAction(state, stream);
        } else {
            drawAround(start, count, state.action, stream);
        }
        prior = few ? 1.0 : densityRatio(start, count, depth, fromPlan, state.action);
    }

    private void drawAround(int start, int count, float[] action, RandomStream stream) {
        float target = (float) (stream.nextDouble() * tree.slotCumulative[start + count - 1]);
        int centre = tree.slotEdge(Cumulative.find(tree.slotCumulative, start, count, target));
        for (int i = 0; i < action.length; i++) {
            float at = tree.edges.lane(centre, i);
            action[i] = box.clip(i, at + (float) (deviation[i] * stream.nextGaussian()));
        }
    }

    private double densityRatio(int start, int count, int depth, double fromPlan, float[] action) {
        double mixture = FROM_MODEL + (1.0 - FROM_MODEL - fromPlan) * mixtureDensity(start, count, action);
        if (fromPlan > 0.0) {
            mixture += fromPlan * plan.density(depth, action);
        }
        return Math.max(1.0 / LARGEST_RATIO, Math.min(LARGEST_RATIO, 1.0 / mixture));
    }

    /** Deviation of the node's actions under its policy. */
    private void fit(int start, int count) {
        for (int i = 0; i < deviation.length; i++) {
            double sum = 0.0;
            double squares = 0.0;
            double total = 0.0;
            for (int at = start; at < start + count; at++) {
                double weight = tree.slotWeight[at];
                double lane = tree.edges.lane(tree.slotEdge(at), i);
                total += weight;
                sum += weight * lane;
                squares += weight * lane * lane;
            }
            double mean = sum / total;
            double variance = Math.max(0.0, squares / total - mean * mean);
            double floor = FLOOR * box.side(i) / Math.sqrt(count);
            deviation[i] = Math.sqrt(variance + floor * floor);
        }
    }

    /**
     * Density of the mixture over that of the uniform distribution; of the heaviest terms only, when there are many.
     */
    private double mixtureDensity(int start, int count, float[] action) {
        double volume = 1.0;
        for (int i = 0; i < deviation.length; i++) {
            volume *= box.side(i) / (deviation[i] * Math.sqrt(2.0 * Math.PI));
        }
        double least = count > MOST_TERMS ? 1.0 / (4.0 * count) : 0.0;
        double sum = 0.0;
        double total = 0.0;
        for (int at = start; at < start + count; at++) {
            double weight = tree.slotWeight[at];
            total += weight;
            if (weight < least) {
                continue;
            }
            int edge = tree.slotEdge(at);
            double exponent = 0.0;
            for (int i = 0; i < deviation.length; i++) {
                double z = (action[i] - tree.edges.lane(edge, i)) / deviation[i];
                exponent -= 0.5 * z * z;
            }
            sum += exponent < -40.0 ? 0.0 : weight * Elementary.exp(exponent);
        }
        return volume * sum / total;
    }
}
