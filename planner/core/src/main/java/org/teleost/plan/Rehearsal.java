package org.teleost.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.leaf.ActionParts;
import org.teleost.leaf.LeafEstimator;
import org.teleost.leaf.LeafSource;
import org.teleost.leaf.Opinions;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;
import org.teleost.settings.LeafRule;

/**
 * Some episodes before the first decision, to learn what not knowing the state costs. A leaf value that takes the state
 * to be seen promises too much by what is lost until it is known, sum_k gamma^k (V(s) - r - gamma V(s')) along what is
 * really done; the states of a belief disagree about the best action with probability D. The ratio of the two, over all
 * decisions played, is the price of disagreement: a node without actions is worth its mean leaf value less price times
 * D. Where the same episodes go worse with it there is no price. The same for every seed and machine.
 */
final class Rehearsal {
    private static final long SEED = 0x4EEA;

    private static final int EPISODES = 16;
    private static final int STEPS = 30;
    private static final int PARTICLES = 500;
    private static final Budget BUDGET = Budget.parse("500ep");
    private static final long MEMORY = 8L << 20;

    /** Losses above this share of them don't count as usual. */
    private static final double LARGE_LOSS = 0.9;

    private static final float[] NO_PERCEPT = {};

    /** States of a belief that are asked, each compared with the one before. */
    private static final int ASKED = 33;

    /** Prices of models, as long as they live: planners for one model share them. */
    private static final Map<GenerativeModel, Map<LeafRule, Double>> PRICES =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final GenerativeModel model;
    private final LeafSource leaf;
    private final LeafEstimator value;
    private final Opinions opinions;
    private final ActionParts parts;
    private final float[] worth;
    private final State state;
    private final State scratch;
    private final RandomStream stream = new RandomStream(SEED);
    private final Outcome out = new Outcome();
    private final ParticleBelief belief;
    private final Decision decision = new Decision();

    /** Decision by decision: D of the belief, and what was lost from there on. */
    private final double[] disagreement = new double[EPISODES * STEPS];

    private final double[] loss = new double[EPISODES * STEPS];
    private int decisions;
    private ParticleFilter filter;

    private Rehearsal(GenerativeModel model, LeafSource leaf) {
        this.model = model;
        this.leaf = leaf;
        value = leaf.newEstimator();
        opinions = new Opinions(model, value, () -> {});
        parts = ActionParts.of(model.actionFactors());
        belief = new ParticleBelief(model.layout(), PARTICLES);
        worth = new float[parts.rows()];
        state = model.layout().newState();
        scratch = model.layout().newState();
    }

    /** The price of disagreement, in units of reward; 0 where leaf values don't take the state to be seen. */
    static double price(GenerativeModel model, LeafSource leaf) {
        boolean seen = leaf.rule() == LeafRule.BOUND || leaf.rule() == LeafRule.LEARNED;
        if (!seen || !Opinions.canBeAsked(model)) {
            return 0.0;
        }
        return PRICES.computeIfAbsent(model, unplayed -> new ConcurrentHashMap<>())
                .computeIfAbsent(leaf.rule(), unplayed -> new Rehearsal(model, leaf).price());
    }

    private double price() {
        try {
            double[] without = play(0.0);
            double price = priceOfLosses();
            double[] with = price > 0.0 ? play(price) : without;
            return isWorse(with, without) ? 0.0 : price;
        } catch (RuntimeException | StackOverflowError e) {
            // a model that fails here fails in the search, too, which says where
            return 0.0;
        }
    }

    /** The ratio, but no more than nearly the largest loss: no disagreement costs more. */
    private double priceOfLosses() {
        double losses = 0.0;
        double disagreements = 0.0;
        for (int i = 0; i < decisions; i++) {
            losses += loss[i];
            disagreements += disagreement[i];
        }
        Arrays.sort(loss, 0, decisions);
        double most = loss[(int) (LARGE_LOSS * decisions)];
        return disagreements > 0.0 ? Math.max(0.0, Math.min(losses / disagreements, most)) : 0.0;
    }

    /** Whether the same episodes went worse by more than a standard error. */
    static boolean isWorse(double[] with, double[] without) {
        double sum = 0.0;
        double squares = 0.0;
        for (int i = 0; i < with.length; i++) {
            double change = with[i] - without[i];
            sum += change;
            squares += change * change;
        }
        double mean = sum / with.length;
        double variance = (squares / with.length - mean * mean) / (with.length - 1);
        return mean < -Math.sqrt(Math.max(0.0, variance));
    }

    /** Plays all episodes; returns their returns. */
    private double[] play(double price) {
        PlannerSettings settings = PlannerSettings.defaults()
                .withSeed(SEED)
                .withThreads(1)
                .with(s -> {
                    s.particles = PARTICLES;
                    s.memoryBytes = MEMORY;
                });
        double[] returns = new double[EPISODES];
        decisions = 0;
        try (Planner planner = new Planner(model, settings, new HostEngine(model, settings, leaf, price))) {
            for (int episode = 0; episode < EPISODES; episode++) {
                returns[episode] = play(planner, RandomStream.derive(SEED, episode));
            }
        }
        return returns;
    }

    private double play(Planner planner, long seed) {
        begin(seed);
        int first = decisions;
        double gamma = 1.0;
        double earned = 0.0;
        while (decisions - first < STEPS && !out.terminal) {
            disagreement[decisions] = disagreement(seed + decisions);
            planner.plan(belief, BUDGET, decision);
            loss[decisions] = take(seed, decisions - first);
            earned += gamma * out.reward;
            gamma *= model.discount();
            decisions++;
        }
        for (int i = decisions - 2; i >= first; i--) {
            loss[i] += model.discount() * loss[i + 1];
        }
        return earned;
    }

    private void begin(long seed) {
        filter = new ParticleFilter(model, PARTICLES, seed);
        filter.initialise(belief);
        stream.startEpisode(seed, 0, 0);
        model.initialHistory(state);
        model.sampleInitial(state, stream);
        out.terminal = false;
    }

    /** Takes the action that was decided; returns V(s) - r - gamma V(s'). */
    private double take(long seed, int step) {
        double before = value();
        stream.startEpisode(seed, 1, step);
        model.step(state, decision.action, stream, out);
        model.updateHistory(state, decision.action, out.observation);
        if (out.terminal) {
            return before - out.reward;
        }
        filter.update(belief, decision.action, out.observation, NO_PERCEPT);
        return before - out.reward - model.discount() * value();
    }

    private double value() {
        scratch.copyFrom(state);
        return value.estimate(scratch, -1, 0, stream);
    }

    /** Share of pairs of the belief's states that call for different actions. */
    private double disagreement(long seed) {
        stream.startEpisode(SEED, 2, seed);
        int different = 0;
        int before = -1;
        for (int i = 0; i < ASKED; i++) {
            belief.load(draw(), scratch);
            int best = opinions.ask(scratch, stream.nextLong(), worth, 0);
            different += before < 0 ? 0 : Opinions.different(parts, worth, 0, best, before);
            before = best;
        }
        return (double) different / (ASKED - 1) / parts.count();
    }

    private int draw() {
        double left = stream.nextDouble();
        int particle = 0;
        while (particle < belief.size() - 1 && (left -= belief.weight(particle)) > 0.0) {
            particle++;
        }
        return particle;
    }
}
