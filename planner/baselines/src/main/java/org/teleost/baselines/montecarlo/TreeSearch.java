package org.teleost.baselines.montecarlo;

import org.teleost.baselines.frame.BaselineSolver;
import org.teleost.baselines.frame.LeafValues;
import org.teleost.belief.ParticleBelief;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.random.RandomStream;

/**
 * What the searches by UCB1 have in common: simulations from the root while the time lasts, each a path of nodes and
 * actions whose return is booked on the way back. A method adds its children and what a simulation does.
 */
abstract class TreeSearch extends BaselineSolver {
    final LeafValues leaf;
    final ActionTable table;
    final State state;

    /** Of the simulation under way, step by step: node, slot of its action, reward. */
    final int[] pathNode;

    final int[] pathSlot;
    final double[] pathReward;

    /** What the decision starts from. */
    ParticleBelief belief;

    /** Whether something found no room in this decision. */
    boolean full;

    private final UpperConfidence confidence;
    private final RootSpread spread;
    private int deepest;

    /**
     * A search that holds at most {@code nodes} nodes.
     *
     * @param rows nodes that hold statistics of their actions
     */
    TreeSearch(
            GenerativeModel model,
            PlannerSettings settings,
            LeafSource source,
            double exploration,
            int nodes,
            int rows,
            String method) {
        super(model, settings, method);
        leaf = new LeafValues(source);
        confidence = new UpperConfidence(exploration);
        table = new ActionTable(model, confidence, nodes, rows);
        state = model.layout().newState();
        spread = new RootSpread(model.actionCount());
        pathNode = new int[settings.maxDepth()];
        pathSlot = new int[settings.maxDepth()];
        pathReward = new double[settings.maxDepth()];
    }

    /** Forgets what the last decision left beside the table. */
    void startTree() {}

    /** Runs one simulation and hands its path to {@link #book}. */
    abstract void simulate(int rootNode, RandomStream stream);

    /** Return from step {@code d} of the path on, given the return after it. */
    double backUp(int d, double after) {
        return pathReward[d] + model.discount() * after;
    }

    @Override
    protected void search(ParticleBelief newBelief, long index, Decision out) {
        belief = newBelief;
        leaf.startDecision();
        confidence.startDecision();
        table.clear();
        startTree();
        spread.clear();
        deepest = 0;
        full = false;
        int rootNode = table.addNode();
        RandomStream stream = simulator.stream();
        while (clock.goesOn()) {
            stream.startEpisode(settings.seed(), index, clock.episodes());
            simulate(rootNode, stream);
            clock.count(1);
        }
        spread.tell(table, rootNode, root);
        out.nodes = table.nodes();
        out.edges = table.slots();
        out.depth = deepest;
        out.treeFull = full;
    }

    /** Books a path of {@code depth} steps with {@code tail} after them. */
    final void book(int depth, double tail) {
        deepest = Math.max(deepest, depth);
        double sum = tail;
        for (int d = depth - 1; d >= 0; d--) {
            sum = backUp(d, sum);
            table.book(pathNode[d], pathSlot[d], sum);
        }
        confidence.add(sum);
        spread.add(table.actionOf(pathSlot[0]), sum);
    }
}
