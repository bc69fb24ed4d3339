package org.teleost.baselines.lookahead;

import java.util.Arrays;
import org.teleost.baselines.frame.BaselineSolver;
import org.teleost.baselines.frame.LeafValues;
import org.teleost.belief.ParticleBelief;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;

/**
 * argmax_a E[r + gamma V(s')] with V the leaf value, over particles drawn from the belief; a round tries every legal
 * action from one particle with the same random numbers. An episode of the budget is one simulated step.
 */
final class OneStep extends BaselineSolver {
    /** Rounds per particle after which more change nothing worth waiting for. */
    private static final int ROUNDS_PER_PARTICLE = 4;

    /** Successive quantiles c + i / phi cover the belief evenly wherever a deadline cuts them. */
    private static final double GOLDEN = 0.6180339887498949;

    private final LeafValues leaf;
    private final State start;
    private final State state;
    private final long[] count;
    private final double[] mean;
    private final double[] squares;

    OneStep(GenerativeModel model, PlannerSettings settings, LeafSource source, String method) {
        super(model, settings, method);
        leaf = new LeafValues(source);
        start = model.layout().newState();
        state = model.layout().newState();
        count = new long[model.actionCount()];
        mean = new double[count.length];
        squares = new double[count.length];
    }

    @Override
    protected void search(ParticleBelief belief, long index, Decision out) {
        leaf.startDecision();
        Arrays.fill(count, 0);
        Arrays.fill(mean, 0.0);
        Arrays.fill(squares, 0.0);
        simulator.stream().startEpisode(settings.seed(), index, -1);
        double offset = simulator.stream().nextDouble();
        long rounds = (long) ROUNDS_PER_PARTICLE * belief.size();
        for (long round = 0; round < rounds && clock.goesOn(); round++) {
            double quantile = offset + round * GOLDEN;
            belief.load(draw.at(quantile - Math.floor(quantile)), start);
            simulator.stream().startEpisode(settings.seed(), index, round);
            clock.count(tryAll());
        }
        for (int action = 0; action < count.length; action++) {
            if (count[action] > 0) {
                root.set(action, count[action], mean[action], squares[action]);
            }
        }
        out.edges = out.nodes = 1;
    }

    private int tryAll() {
        int tried = 0;
        for (int action = 0; action < count.length; action++) {
            if (!model.isLegal(start, action)) {
                continue;
            }
            tried++;
            state.copyFrom(start);
            simulator.stream().startDepth(0);
            Outcome outcome = simulator.step(state, action);
            double value = outcome.reward;
            if (!outcome.terminal) {
                long observation = outcome.observation;
                model.updateHistory(state, action, observation);
                value += model.discount() * leaf.estimate(state, action, observation, simulator.stream());
            }
            double difference = value - mean[action];
            mean[action] += difference / ++count[action];
            squares[action] += difference * (value - mean[action]);
        }
        return tried;
    }
}
