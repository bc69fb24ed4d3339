package org.teleost.baselines.lookahead;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.teleost.baselines.frame.BaselineSolver;
import org.teleost.baselines.frame.LeafValues;
import org.teleost.belief.ParticleBelief;
import org.teleost.leaf.ActionParts;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;

/**
 * The action with the best r + gamma h(s') - h(s) plus a few times what its observation is worth: by how much it raises
 * the gain of the best action for all particles, weighed by the observation's likelihood. Actions that are tuples are
 * tried part by part, each beside the best of the parts before it. Looks grow from few particles to many while there is
 * time; an unfinished one does not count. An episode of the budget is one simulated step.
 */
final class InformedStep extends BaselineSolver {
    private static final int FIRST_LOOK = 16;
    private static final int GROWTH = 4;

    /** Different observations of an action that are looked at. */
    private static final int OBSERVATIONS = 6;

    private static final double LARGEST_EXPONENT = 300.0;

    private final double lasting;
    private final LeafValues leaf;
    private final ActionParts parts;

    /** First row of each part; a row is a value of a part. */
    private final int[] first;

    /** Gain by row and particle, null where an action is not legal. */
    private final double[][] gain;

    private final double[][] room;
    private final State[] start;
    private final State[] after;
    private final double[] score;
    private final double[] potential;
    private final double[] weight;
    private final long[] observed;
    private final boolean[] over;
    private final State state;
    private int count;
    private long decision;
    private int base;
    private double bestForAll;

    /** Of the last finished look, where actions are tuples. */
    private int bestTuple;

    InformedStep(
            GenerativeModel model,
            PlannerSettings settings,
            LeafSource source,
            double lasting,
            int particles,
            String method) {
        super(model, settings, method);
        this.lasting = lasting;
        leaf = new LeafValues(source);
        parts = ActionParts.of(model.actionFactors());
        first = parts.firstRows();
        gain = new double[first[parts.count()]][];
        room = new double[gain.length][particles];
        start = new State[particles];
        after = new State[particles];
        Arrays.setAll(start, k -> model.layout().newState());
        Arrays.setAll(after, k -> model.layout().newState());
        score = new double[gain.length];
        potential = new double[particles];
        weight = new double[particles];
        observed = new long[particles];
        over = new boolean[particles];
        state = model.layout().newState();
    }

    @Override
    protected void search(ParticleBelief belief, long index, Decision out) {
        leaf.startDecision();
        decision = index;
        long perParticle = 2L * gain.length;
        boolean counted = clock.remaining() < Long.MAX_VALUE;
        long size = counted ? clock.remaining() / perParticle : FIRST_LOOK;
        boolean known = false;
        do {
            count = (int) Math.max(1, Math.min(size, start.length));
            known |= look(belief, !known);
            size = (long) GROWTH * count;
        } while (!counted && count < start.length && clock.goesOn());
        if (known && parts.count() > 1) {
            double sum = 0.0;
            int met = 0;
            while (met == 0 || met < Math.min(count, FIRST_LOOK) && !clock.isLate()) {
                sum += step(met++, bestTuple, false);
            }
            root.set(bestTuple, met, sum / met, 0.0);
        }
        out.edges = out.nodes = 1;
    }

    /**
     * Tells of all actions, or of the best alone where they are tuples; returns whether there was time to finish. What
     * an unfinished one found is better than nothing.
     */
    private boolean look(ParticleBelief belief, boolean firstOne) {
        double value = pick(belief);
        Arrays.fill(gain, null);
        for (int part = 0; part < parts.count(); part++) {
            int top = gains(part);
            base = top < 0 ? base : action(part, top);
        }
        Arrays.fill(weight, 0, count, 1.0 / count);
        bestForAll = bestGain();
        if (clock.isLate() || !score()) {
            if (firstOne) {
                step(0, base, false);
                root.set(base, 1, value, 0.0);
            }
            return false;
        }
        int joint = base;
        for (int part = 0; part < parts.count(); part++) {
            int top = first[part] + parts.value(part, base);
            for (int row = first[part]; row < first[part + 1]; row++) {
                top = score[row] > score[top] ? row : top;
                if (parts.count() == 1 && gain[row] != null) {
                    root.set(row, count, value + score[row], 0.0);
                }
            }
            joint += (top - first[part] - parts.value(part, base)) * parts.stride(part);
        }
        if (parts.count() > 1) {
            bestTuple = model.isLegal(start[0], joint) ? joint : base;
        }
        return true;
    }

    /** Returns the mean leaf value. */
    private double pick(ParticleBelief belief) {
        simulator.stream().startEpisode(settings.seed(), decision, -count);
        double offset = simulator.stream().nextDouble();
        double sum = 0.0;
        for (int k = 0; k < count; k++) {
            belief.load(draw.at((k + offset) / count), start[k]);
            state.copyFrom(start[k]);
            potential[k] = leaf.estimate(state, -1, 0, simulator.stream());
            sum += potential[k];
        }
        base = 0;
        while (base < model.actionCount() - 1 && !model.isLegal(start[0], base)) {
            base++;
        }
        return sum / count;
    }

    private int action(int part, int value) {
        return base + (value - parts.value(part, base)) * parts.stride(part);
    }

    /** Fills the rows of a part; returns the value with the largest mean gain, -1 if there was no time for any. */
    private int gains(int part) {
        int top = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int value = 0; value < parts.size(part) && !clock.isLate(); value++) {
            int action = action(part, value);
            if (model.isLegal(start[0], action)) {
                double[] row = room[first[part] + value];
                double sum = 0.0;
                for (int k = 0; k < count && (k == 0 || !clock.isLate()); k++) {
                    row[k] = step(k, action, false) - potential[k];
                    sum += row[k];
                }
                gain[first[part] + value] = row;
                if (sum > most) {
                    most = sum;
                    top = value;
                }
            }
        }
        return top;
    }

    /** r + gamma h(s') of one particle. */
    private double step(int k, int action, boolean keep) {
        state.copyFrom(start[k]);
        simulator.stream().startEpisode(settings.seed(), decision, k);
        simulator.stream().startDepth(0);
        Outcome outcome = simulator.step(state, action);
        clock.count(1);
        if (keep) {
            after[k].copyFrom(state);
            observed[k] = outcome.observation;
            over[k] = outcome.terminal;
        }
        double value = outcome.reward;
        if (!outcome.terminal) {
            long observation = outcome.observation;
            model.updateHistory(state, action, observation);
            value += model.discount() * leaf.estimate(state, action, observation, simulator.stream());
        }
        return value;
    }

    /** Sum over the parts of the largest gain that one value has for all particles, by their weights. */
    private double bestGain() {
        double total = 0.0;
        for (int part = 0; part < parts.count(); part++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int row = first[part]; row < first[part + 1]; row++) {
                if (gain[row] != null) {
                    double sum = 0.0;
                    for (int k = 0; k < count; k++) {
                        sum += weight[k] * gain[row][k];
                    }
                    most = Math.max(most, sum);
                }
            }
            total += most;
        }
        return total;
    }

    /** Scores all values; false when the time ran out before. */
    private boolean score() {
        Arrays.fill(score, Double.NEGATIVE_INFINITY);
        for (int part = 0; part < parts.count(); part++) {
            for (int value = 0; value < parts.size(part); value++) {
                int row = first[part] + value;
                if (gain[row] != null) {
                    score[row] = score(action(part, value));
                }
                if (clock.isLate()) {
                    return false;
                }
            }
        }
        return true;
    }

    private double score(int action) {
        double sum = 0.0;
        for (int k = 0; k < count && !clock.isLate(); k++) {
            sum += step(k, action, true) - potential[k];
        }
        return sum / count + lasting * worthOfObserving(action);
    }

    private double worthOfObserving(int action) {
        Map<Long, Integer> times = new LinkedHashMap<>();
        for (int k = 0; k < count; k++) {
            if (!over[k] && (times.size() < OBSERVATIONS || times.containsKey(observed[k]))) {
                times.merge(observed[k], 1, Integer::sum);
            }
        }
        if (times.size() < 2) {
            return 0.0;
        }
        double sum = 0.0;
        int all = 0;
        for (Map.Entry<Long, Integer> seen : times.entrySet()) {
            if (weigh(seen.getKey(), action)) {
                sum += seen.getValue() * bestGain();
                all += seen.getValue();
            }
        }
        return all == 0 ? 0.0 : sum / all - bestForAll;
    }

    /** Weights of the particles after an observation; false if none explains it. */
    private boolean weigh(long observation, int action) {
        double sum = 0.0;
        for (int k = 0; k < count; k++) {
            double log = over[k] ? Double.NEGATIVE_INFINITY : model.logLikelihood(observation, action, after[k]);
            weight[k] = log > -LARGEST_EXPONENT ? Math.exp(Math.min(LARGEST_EXPONENT, log)) : 0.0;
            sum += weight[k];
        }
        for (int k = 0; k < count; k++) {
            weight[k] /= sum;
        }
        return sum > 0.0;
    }
}
