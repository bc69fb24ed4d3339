package org.teleost.search;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.teleost.belief.ParticleBelief;
import org.teleost.leaf.ActionParts;
import org.teleost.leaf.LeafEstimator;
import org.teleost.leaf.LeafSource;
import org.teleost.model.GenerativeModel;
import org.teleost.model.State;
import org.teleost.parallel.WorkerTeam;
import org.teleost.random.Cumulative;
import org.teleost.random.Elementary;
import org.teleost.random.RandomStream;
import org.teleost.tree.BeliefTree;

/**
 * A first look at the root's actions before the tree is begun, where there are many and leaf values are functions of
 * the state: what an action gains by one step of look-ahead, r + gamma h(s') - h(s), and what its observation is worth.
 * All are tried on the same particles with the same random numbers, part by part where actions are tuples.
 *
 * <p>A value of states takes the state to be known from the next step on. What it costs per step that it is not is the
 * gap between the best action for each particle and the best one for all of them together. An observation that narrows
 * the gap is worth the difference, for some steps.
 */
final class ActionScreen implements Opening, WorkerTeam.Task {
    /** Steps for which a narrower gap pays. */
    private static final double LASTING = 3.0;

    private static final int FEWEST_PARTICLES = 16;
    private static final int MOST_PARTICLES = 256;

    /** An episode takes this many steps or more. */
    private static final int STEPS_PER_EPISODE = 2;

    /** Observations of an action that are looked at. */
    private static final int OBSERVATIONS = 6;

    /** Values of all parts together beyond which the look takes too long. */
    private static final int MOST_VALUES = 128;

    /** Share of the proposals that are drawn uniformly. */
    private static final double UNIFORM = 0.2;

    private static final int TRIES = 8;
    private static final double LARGEST_EXPONENT = 300.0;
    private static final double FIRST_GUESS_NANOS_PER_STEP = 1000.0;

    private final GenerativeModel model;
    private final WatchedModel[] models;
    private final LeafEstimator[] leaf;
    private final Scratch[] scratch;
    private final ActionParts parts;
    private final GainTable gains;
    private final double[] score;
    private final float[] cumulative;
    private final int[] particles = new int[MOST_PARTICLES];
    private final double[] potential = new double[MOST_PARTICLES];
    private final double[] even = new double[MOST_PARTICLES];
    private final AtomicInteger next = new AtomicInteger();
    private final WorkerTeam team;
    private final SearchPass search;
    private final long seed;
    private ParticleBelief belief;
    private int count;
    private int part;
    private int base;
    private double bestForAll;
    private boolean scoring;
    private boolean known;
    private long stop;
    private volatile boolean late;
    private double nanosPerStep = FIRST_GUESS_NANOS_PER_STEP;
    private long steps;

    ActionScreen(GenerativeModel model, WatchedModel[] models, LeafSource source, WorkerTeam team, SearchPass search) {
        this.model = model;
        this.models = models;
        this.team = team;
        this.search = search;
        seed = search.seed() ^ 0x5C4EE2L;
        parts = ActionParts.of(model.actionFactors());
        gains = new GainTable(parts, MOST_PARTICLES);
        score = new double[gains.rows()];
        cumulative = new float[gains.rows()];
        leaf = new LeafEstimator[models.length];
        scratch = new Scratch[models.length];
        for (int i = 0; i < leaf.length; i++) {
            leaf[i] = source.newEstimator();
            scratch[i] = new Scratch(model);
        }
    }

    /** One worker's copy of what became of the particles. */
    private static final class Scratch {
        final State[] after = new State[MOST_PARTICLES];
        final long[] observed = new long[MOST_PARTICLES];
        final boolean[] over = new boolean[MOST_PARTICLES];
        final double[] weight = new double[MOST_PARTICLES];
        final long[] distinct = new long[OBSERVATIONS];
        final int[] times = new int[OBSERVATIONS];

        Scratch(GenerativeModel model) {
            Arrays.setAll(after, k -> model.layout().newState());
        }
    }

    /** For a problem that may profit, else null. Where observations are shared, it costs more than it brings. */
    static ActionScreen of(
            GenerativeModel model,
            WatchedModel[] models,
            LeafSource source,
            WorkerTeam team,
            SearchPass search,
            BeliefTree tree) {
        boolean fits = Arrays.stream(model.actionFactors()).sum() <= MOST_VALUES;
        return fits && source.shapes() && ActionKnowledge.hasManyAlike(model) && !tree.sharesObservations()
                ? new ActionScreen(model, models, source, team, search)
                : null;
    }

    @Override
    public void clear() {
        known = false;
        steps = 0;
    }

    @Override
    public long steps() {
        return steps;
    }

    /** Whether {@link #propose} knows anything. */
    boolean isKnown() {
        return known;
    }

    /** Score of a value of a part: what it gains in one step and what its observation is worth, in reward. */
    double score(int ofPart, int value) {
        return score[gains.first(ofPart) + value];
    }

    /** Looks at all actions, with a step per episode at most. */
    @Override
    public long open(ParticleBelief from, ParticlePicker picker, long episodes, long stopNanos) {
        long start = System.nanoTime();
        long perParticle = 2L * gains.rows();
        double affordable = episodes;
        if (stopNanos != Long.MAX_VALUE) {
            affordable = Math.min(affordable, (stopNanos - start) / nanosPerStep);
        }
        count = (int) Math.min(MOST_PARTICLES, affordable / perParticle);
        if (count < FEWEST_PARTICLES) {
            return 0;
        }
        belief = from;
        stop = stopNanos;
        late = false;
        gains.start(count);
        pick(picker);
        look();
        known = !late;
        steps = count * perParticle;
        double nanos = (double) (System.nanoTime() - start) / steps;
        nanosPerStep = late ? 2.0 * nanosPerStep : 0.5 * (nanosPerStep + nanos);
        return steps / STEPS_PER_EPISODE;
    }

    /** Gains first, each part beside the best of the parts before it; scores need the gains of all. */
    private void look() {
        scoring = false;
        for (part = 0; part < parts.count(); part++) {
            tryPart();
            if (late) {
                return;
            }
            int best = gains.best(part, even) - gains.first(part);
            base += (best - parts.value(part, base)) * parts.stride(part);
        }
        bestForAll = gains.bestGain(even);
        scoring = true;
        for (part = 0; part < parts.count(); part++) {
            tryPart();
            if (late) {
                return;
            }
            gains.prefer(part, score, cumulative);
        }
    }

    private void pick(ParticlePicker picker) {
        WatchedModel at = models[0];
        for (int k = 0; k < count; k++) {
            particles[k] = picker.pick(k);
            belief.load(particles[k], at.state);
            potential[k] = at.checkLeaf(leaf[0].estimate(at.state, -1, 0, at.stream));
            even[k] = 1.0 / count;
        }
        base = 0;
        while (base < model.actionCount() - 1 && !model.isLegal(at.state, base)) {
            base++;
        }
    }

    private void tryPart() {
        next.set(0);
        team.run(this);
    }

    @Override
    public void run(int worker) {
        int size = parts.size(part);
        for (int value = next.getAndIncrement(); value < size && !late; value = next.getAndIncrement()) {
            if (stop != Long.MAX_VALUE && System.nanoTime() >= stop) {
                late = true;
                return;
            }
            tryValue(worker, value);
        }
    }

    private void tryValue(int worker, int value) {
        WatchedModel at = models[worker];
        Scratch own = scratch[worker];
        int row = gains.first(part) + value;
        at.action = base + (value - parts.value(part, base)) * parts.stride(part);
        at.depth = 0;
        belief.load(particles[0], at.state);
        boolean legal = model.isLegal(at.state, at.action);
        gains.setLegal(row, legal);
        score[row] = Double.NEGATIVE_INFINITY;
        if (!legal) {
            return;
        }
        double sum = 0.0;
        for (int k = 0; k < count; k++) {
            double gain = step(at, leaf[worker], k);
            sum += gain;
            if (scoring) {
                own.over[k] = at.outcome.terminal;
                own.observed[k] = at.outcome.observation;
                own.after[k].copyFrom(at.state);
            } else {
                gains.set(row, k, gain);
            }
        }
        if (scoring) {
            score[row] = sum / count + LASTING * worthOfObserving(own, at.action);
        }
    }

    /** r + gamma h(s') - h(s) of one particle. */
    private double step(WatchedModel at, LeafEstimator estimator, int k) {
        at.particle = particles[k];
        belief.load(at.particle, at.state);
        at.stream.startEpisode(seed, ~search.decision(), k);
        at.stream.startDepth(0);
        double gain = at.step(search) - potential[k];
        if (at.outcome.terminal) {
            return gain;
        }
        double discount = model.discount() * at.stretch();
        at.model.updateHistory(at.state, at.action, at.outcome.observation);
        double after = at.checkLeaf(estimator.estimate(at.state, at.action, at.outcome.observation, at.stream));
        return gain + discount * after;
    }

    /** By how much the observation of the action raises what the best action for all gains. */
    private double worthOfObserving(Scratch own, int action) {
        int seen = countObservations(own);
        if (seen < 2) {
            return 0.0;
        }
        double sum = 0.0;
        int all = 0;
        for (int i = 0; i < seen; i++) {
            if (weigh(own, action, own.distinct[i])) {
                sum += own.times[i] * gains.bestGain(own.weight);
                all += own.times[i];
            }
        }
        return all == 0 ? 0.0 : sum / all - bestForAll;
    }

    /** The first few different ones, and how often each occurred. */
    private int countObservations(Scratch own) {
        int seen = 0;
        for (int k = 0; k < count; k++) {
            int i = 0;
            while (i < seen && own.distinct[i] != own.observed[k]) {
                i++;
            }
            if (own.over[k] || i == OBSERVATIONS) {
                continue;
            }
            if (i == seen) {
                own.distinct[seen] = own.observed[k];
                own.times[seen++] = 0;
            }
            own.times[i]++;
        }
        return seen;
    }

    /**
     * Weights of the particles after an observation; false if none explains it. Likelihoods rather than who saw it: a
     * split by luck would look like knowledge.
     */
    private boolean weigh(Scratch own, int action, long observation) {
        double sum = 0.0;
        for (int k = 0; k < count; k++) {
            double log =
                    own.over[k] ? Double.NEGATIVE_INFINITY : model.logLikelihood(observation, action, own.after[k]);
            own.weight[k] = log > -LARGEST_EXPONENT ? Elementary.exp(Math.min(LARGEST_EXPONENT, log)) : 0.0;
            sum += own.weight[k];
        }
        for (int k = 0; k < count; k++) {
            own.weight[k] /= sum;
        }
        return sum > 0.0;
    }

    /** Draws an action for the root. */
    int propose(State state, RandomStream stream) {
        for (int tries = 0; tries < TRIES; tries++) {
            int action = 0;
            for (int p = 0; p < parts.count(); p++) {
                action += parts.stride(p) * draw(p, stream);
            }
            if (model.isLegal(state, action)) {
                return action;
            }
        }
        return model.proposeAction(state, stream);
    }

    private int draw(int ofPart, RandomStream stream) {
        double u = stream.nextDouble();
        double v = stream.nextDouble();
        int size = parts.size(ofPart);
        if (u < UNIFORM) {
            return (int) (v * size);
        }
        int from = gains.first(ofPart);
        return Cumulative.find(cumulative, from, size, (float) (v * cumulative[from + size - 1])) - from;
    }
}
