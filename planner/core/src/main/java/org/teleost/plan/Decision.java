package org.teleost.plan;

import java.util.Arrays;

/**
 * The answer of one planning call with its explanation; fixed size (under 1 KB), reusable: a caller that keeps one and
 * hands it to {@link Planner#plan(org.teleost.belief.ParticleBelief, Budget, Decision)} allocates nothing.
 */
public final class Decision {
    /** Root actions explained, best first. */
    public static final int MAX_ACTIONS = 8;

    /** Observations predicted for the chosen action, most likely first. */
    public static final int MAX_OBSERVATIONS = 4;

    /**
     * Action to execute; always a simulated one. Where actions are continuous this number holds within the decision
     * only, and {@link #lanes} are what to execute.
     */
    public int action = -1;

    /** Coordinates of the action to execute, empty where actions are ids. */
    public float[] lanes = {};

    /** Coordinates of the explained actions, row by row, empty where actions are ids. */
    public float[] rowLanes = {};

    /** Estimated value of the root belief, V(root). */
    public double value;

    /** Number of valid rows in the action arrays, at most {@link #MAX_ACTIONS}. */
    public int actionRows;

    /**
     * Explained actions: id, simulated episodes that took it, Q estimate, standard error, policy probability.
     *
     * <p>The standard error is that of the mean return of those episodes, exploration and leaf values included: how
     * noisy the search was. It is no interval of Q, whose error is mostly the bias of leaf values and of exploration.
     */
    public final int[] actions = new int[MAX_ACTIONS];

    public final long[] visits = new long[MAX_ACTIONS];
    public final double[] values = new double[MAX_ACTIONS];
    public final double[] standardErrors = new double[MAX_ACTIONS];
    public final double[] probabilities = new double[MAX_ACTIONS];

    /** Predicted observations of the chosen action. */
    public int observationRows;

    public final long[] observations = new long[MAX_OBSERVATIONS];
    public final double[] observationProbabilities = new double[MAX_OBSERVATIONS];

    /** Probability that the chosen action ends the episode. */
    public double terminalProbability;

    /** Distinct actions simulated at the root. */
    public int simulatedActions;

    public int passes;
    public long episodes;
    public long simulatedSteps;

    /** Belief nodes that the decision began with: what the last one left of its tree, 0 for a fresh tree. */
    public int keptNodes;

    public int nodes;
    public int edges;
    public int depth;

    /** True when the memory budget was reached and the search went on with existing nodes. */
    public boolean treeFull;

    /** Inverse temperature in 1/reward that the last backup used. */
    public double effectiveEta;

    public long planningNanos;

    /** Nanoseconds past the deadline, 0 when in time or without a time budget. */
    public long overshootNanos;

    /** Best action that the shield refused, -1 when none, with the reason. */
    public int vetoedAction = -1;

    public String vetoReason;

    /** Why there was no plan and {@link #action} is the robot's own fallback; null for a plan. */
    public String fallbackReason;

    /** Q of the chosen action minus the best other explained action; 0 when it is the only one. */
    public double gap() {
        double best = Double.NEGATIVE_INFINITY;
        double own = 0.0;
        for (int i = 0; i < actionRows; i++) {
            if (actions[i] == action) {
                own = values[i];
            } else {
                best = Math.max(best, values[i]);
            }
        }
        return best == Double.NEGATIVE_INFINITY ? 0.0 : own - best;
    }

    /** Forgets everything but the room for coordinates, which are 0 then. */
    public void clear() {
        action = -1;
        value = 0.0;
        actionRows = 0;
        observationRows = 0;
        terminalProbability = 0.0;
        simulatedActions = 0;
        passes = 0;
        episodes = 0;
        simulatedSteps = 0;
        keptNodes = 0;
        nodes = 0;
        edges = 0;
        depth = 0;
        treeFull = false;
        effectiveEta = 0.0;
        planningNanos = 0;
        overshootNanos = 0;
        vetoedAction = -1;
        vetoReason = null;
        fallbackReason = null;
        Arrays.fill(lanes, 0.0f);
    }

    /** Becomes a copy of another decision. */
    public void copyFrom(Decision other) {
        useLanes(other.lanes.length);
        action = other.action;
        value = other.value;
        actionRows = other.actionRows;
        observationRows = other.observationRows;
        terminalProbability = other.terminalProbability;
        simulatedActions = other.simulatedActions;
        passes = other.passes;
        episodes = other.episodes;
        simulatedSteps = other.simulatedSteps;
        keptNodes = other.keptNodes;
        nodes = other.nodes;
        edges = other.edges;
        depth = other.depth;
        treeFull = other.treeFull;
        effectiveEta = other.effectiveEta;
        planningNanos = other.planningNanos;
        overshootNanos = other.overshootNanos;
        vetoedAction = other.vetoedAction;
        vetoReason = other.vetoReason;
        fallbackReason = other.fallbackReason;
        System.arraycopy(other.lanes, 0, lanes, 0, lanes.length);
        System.arraycopy(other.rowLanes, 0, rowLanes, 0, rowLanes.length);
        System.arraycopy(other.actions, 0, actions, 0, MAX_ACTIONS);
        System.arraycopy(other.visits, 0, visits, 0, MAX_ACTIONS);
        System.arraycopy(other.values, 0, values, 0, MAX_ACTIONS);
        System.arraycopy(other.standardErrors, 0, standardErrors, 0, MAX_ACTIONS);
        System.arraycopy(other.probabilities, 0, probabilities, 0, MAX_ACTIONS);
        System.arraycopy(other.observations, 0, observations, 0, MAX_OBSERVATIONS);
        System.arraycopy(other.observationProbabilities, 0, observationProbabilities, 0, MAX_OBSERVATIONS);
    }

    /** Makes room for actions of so many coordinates. */
    public void useLanes(int size) {
        if (lanes.length != size) {
            lanes = new float[size];
            rowLanes = new float[size * MAX_ACTIONS];
        }
    }

    /** Folds everything but the wall-clock fields into a hash: equal digests, equal decisions, bit for bit. */
    public long digest(long hash) {
        hash = fold(fold(hash, action), Double.doubleToLongBits(value));
        hash = fold(fold(hash, actionRows), observationRows);
        for (int i = 0; i < actionRows; i++) {
            hash = fold(fold(hash, actions[i]), visits[i]);
            hash = fold(hash, Double.doubleToLongBits(values[i]));
            hash = fold(hash, Double.doubleToLongBits(standardErrors[i]));
            hash = fold(hash, Double.doubleToLongBits(probabilities[i]));
        }
        for (int i = 0; i < observationRows; i++) {
            hash = fold(fold(hash, observations[i]), Double.doubleToLongBits(observationProbabilities[i]));
        }
        hash = fold(fold(hash, Double.doubleToLongBits(terminalProbability)), simulatedActions);
        hash = fold(fold(hash, Double.doubleToLongBits(effectiveEta)), treeFull ? 1 : 0);
        hash = fold(fold(fold(hash, passes), episodes), simulatedSteps);
        if (keptNodes > 0) {
            hash = fold(hash, keptNodes);
        }
        for (float lane : lanes) {
            hash = fold(hash, Float.floatToIntBits(lane));
        }
        return fold(fold(fold(fold(hash, nodes), edges), depth), vetoedAction);
    }

    private static long fold(long hash, long value) {
        long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
