package org.teleost.search;

import java.util.Arrays;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.random.Elementary;
import org.teleost.tree.BeliefTree;

/**
 * One worker's choice of a child where nearly every observation is seen once. An action edge keeps a few children, each
 * for a representative observation o_j that some episode saw; an episode in state s' goes to child j with probability
 *
 * <pre>    w_j / sum_k w_k,    w_j = Z(o_j | s', a) / m_j,    m_j = mean of Z(o_j | ., a) over the edge's episodes.
 * </pre>
 *
 * Representatives are draws from the edge's own observations, so w_j are importance weights, and the states that arrive
 * at child j are distributed as the belief after o_j. The episode keeps its own state; nothing is resampled, and no
 * particles are stored. Where no representative explains the state the observation gets a child of its own.
 */
final class SharedObservations {
    /** Children of an edge of N visits: at most FIRST * N^GROWTH. */
    private static final double FIRST = 2.0;

    private static final double GROWTH = 0.15;

    /** Share of the episodes that open a child while an edge may have more. */
    private static final double OPENING = 0.25;

    /** A state is unexplained when the weights sum to less than this share of the number of children. */
    private static final double UNEXPLAINED = 0.02;

    /** Unexplained states may open this many times the usual number of children. */
    private static final int SPARE = 4;

    /** Result of {@link #choose}: the observation gets a child of its own. */
    static final int NEW = -1;

    private final GenerativeModel model;
    private final BeliefTree tree;
    private int[] child = new int[64];
    private double[] likelihood = new double[64];

    SharedObservations(GenerativeModel model, BeliefTree tree) {
        this.model = model;
        this.tree = tree;
    }

    /** Most children of an edge with so many visits. */
    static int limit(int visits, boolean unexplained) {
        double most = FIRST * Elementary.exp(GROWTH * Elementary.log(Math.max(1, visits)));
        return (int) (unexplained ? SPARE * most : most);
    }

    /** Density of the observation in the state, up to the model's constant. */
    double likelihood(long observation, int action, State state) {
        return Elementary.exp(Math.max(-700.0, Math.min(700.0, model.logLikelihood(observation, action, state))));
    }

    /**
     * The child that an episode in {@code state} joins, or {@link #NEW}; writes the likelihoods of all known children
     * into the block.
     *
     * @param u uniform in [0, 1)
     */
    int choose(int edge, int action, State state, int pass, double u, EpisodeBlock block) {
        int count = 0;
        double total = 0.0;
        for (int at = tree.edges.firstChild(edge); at >= 0; at = tree.nodes.nextSibling(at)) {
            if (tree.nodes.createdPass(at) == pass) {
                continue;
            }
            if (count == child.length) {
                grow();
            }
            double z = likelihood(tree.nodes.observation(at), action, state);
            child[count] = at;
            likelihood[count++] = z;
            total += z / tree.nodes.openLikelihood(at);
        }
        block.likelihoods(likelihood, count);
        if (!(total > UNEXPLAINED * count)) {
            block.unexplained = true;
            return NEW;
        }
        block.unexplained = false;
        double target = u;
        if (count < limit(tree.edges.openVisits(edge), false)) {
            if (u < OPENING) {
                return NEW;
            }
            target = (u - OPENING) / (1.0 - OPENING);
        }
        target *= total;
        for (int i = 0; i < count - 1; i++) {
            target -= likelihood[i] / tree.nodes.openLikelihood(child[i]);
            if (target < 0.0) {
                return child[i];
            }
        }
        return child[count - 1];
    }

    private void grow() {
        child = Arrays.copyOf(child, 2 * child.length);
        likelihood = Arrays.copyOf(likelihood, 2 * likelihood.length);
    }
}
