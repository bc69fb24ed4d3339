package org.teleost.search;

import java.util.Arrays;
import org.teleost.leaf.Opinions;

/**
 * What one block of episodes did, in episode order: per step the edge, the child and the reward; per episode how it
 * ended. Written by one worker, read by the accumulator.
 */
final class EpisodeBlock {
    /** Kinds of endings. */
    static final byte LEAF = 0;

    static final byte TERMINAL = 1;
    static final byte NEW_CHILD = 2;

    final int[] edge;
    final int[] child;
    final double[] reward;

    /** Index past the episode's last step. */
    final int[] end;

    final byte[] ending;

    /** Action of the last step when its edge is not in the tree (edge is -1 then). */
    final int[] lastAction;

    final long[] lastObservation;
    final double[] leafValue;
    final double[] discountedReturn;

    /** Where rewards are shaped: potentials of the states that the episodes began in, and that the steps led to. */
    final double[] potential;

    final double[] nextPotential;

    /** Context and first action of the rollout behind the leaf value, -1 without one. */
    final int[] rolloutContext;

    final int[] rolloutAction;

    /** Of a new child: likelihood of its observation in its state, and whether no other child explained the state. */
    final double[] ownLikelihood;

    final boolean[] alone;

    /**
     * Where observations are shared, the step's likelihoods of all children known to the search: how many, and they.
     */
    final int[] known;

    double[] likelihood = new double[256];
    int likelihoods;

    /** Whether the last {@link SharedObservations#choose} found no child that explains the state. */
    boolean unexplained;

    /** Coordinates of the last step's action when its edge is not in the tree, episode by episode, and its prior. */
    final float[] newAction;

    final double[] newPrior;

    /** Best action of the state that the episode ended in, -1 where it wasn't asked, and its {@link Opinions}. */
    final int[] bestAction;

    final float[] worth;

    /** Rows of opinions per episode, 0 where states aren't asked. */
    final int rows;

    int episodes;
    int steps;

    EpisodeBlock(int maxEpisodes, int maxDepth, int actionLanes, int rows) {
        this.rows = rows;
        bestAction = new int[maxEpisodes];
        worth = new float[maxEpisodes * rows];
        newAction = new float[maxEpisodes * actionLanes];
        newPrior = new double[actionLanes > 0 ? maxEpisodes : 0];
        int maxSteps = maxEpisodes * maxDepth;
        edge = new int[maxSteps];
        child = new int[maxSteps];
        reward = new double[maxSteps];
        end = new int[maxEpisodes];
        ending = new byte[maxEpisodes];
        lastAction = new int[maxEpisodes];
        lastObservation = new long[maxEpisodes];
        leafValue = new double[maxEpisodes];
        discountedReturn = new double[maxEpisodes];
        potential = new double[maxEpisodes];
        nextPotential = new double[maxSteps];
        rolloutContext = new int[maxEpisodes];
        rolloutAction = new int[maxEpisodes];
        ownLikelihood = new double[maxEpisodes];
        alone = new boolean[maxEpisodes];
        known = new int[maxSteps];
    }

    void clear() {
        episodes = 0;
        steps = 0;
        likelihoods = 0;
    }

    /** Notes the likelihoods of the step that comes next. */
    void likelihoods(double[] values, int count) {
        known[steps] = count;
        if (likelihoods + count > likelihood.length) {
            likelihood = Arrays.copyOf(likelihood, 2 * (likelihoods + count));
        }
        System.arraycopy(values, 0, likelihood, likelihoods, count);
        likelihoods += count;
    }

    void step(int edgeId, int childId, double stepReward) {
        edge[steps] = edgeId;
        child[steps] = childId;
        reward[steps++] = stepReward;
    }

    void finish(byte kind, int action, long observation, double leaf, double episodeReturn) {
        end[episodes] = steps;
        bestAction[episodes] = -1;
        ending[episodes] = kind;
        lastAction[episodes] = action;
        lastObservation[episodes] = observation;
        leafValue[episodes] = leaf;
        discountedReturn[episodes++] = episodeReturn;
    }
}
