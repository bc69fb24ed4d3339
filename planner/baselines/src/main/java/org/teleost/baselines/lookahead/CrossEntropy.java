package org.teleost.baselines.lookahead;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.teleost.baselines.frame.BaselineSolver;
import org.teleost.baselines.frame.LeafValues;
import org.teleost.belief.ParticleBelief;
import org.teleost.leaf.LeafSource;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.random.RandomStream;

/**
 * The first action of the best open-loop plan, found by the cross-entropy method: plans are drawn from a Gaussian per
 * coordinate, which is fitted to the best of them, generation by generation. A plan is worth its mean return over
 * particles, the leaf value after its last action included; all plans of a generation meet the same particles and
 * random numbers. Once the Gaussian is narrow, it is widened a little and meets twice as many particles. The answer is
 * the mean of the Gaussian, as the last generation tried it. An episode of the budget is one plan from one particle.
 */
final class CrossEntropy extends BaselineSolver {
    /** Of a coordinate's side: deviations at first, when widened, and the least; below twice that it is narrow. */
    private static final double FIRST_DEVIATION = 0.5;

    private static final double WIDENED = 0.1;
    private static final double LEAST_DEVIATION = 0.01;

    private static final int MOST_PARTICLES = 1024;

    private final Constants constants;
    private final LeafValues leaf;
    private final ActionBox box;
    private final RandomStream draws = new RandomStream(0);
    private final State start;
    private final State state;
    private final int[] chosen = new int[MOST_PARTICLES];

    /** Plans as rows of horizon times coordinates. */
    private final float[][] plan;

    private final double[] worth;
    private final double[] mean;
    private final double[] deviation;

    private int particles;
    private double value;
    private double squares;
    private int met;

    /** Numbers that tune it; elites are at most the population. */
    record Constants(int horizon, int population, int elites, int particles) {}

    CrossEntropy(
            GenerativeModel model, PlannerSettings settings, LeafSource source, Constants constants, String method) {
        super(model, settings, method, true);
        this.constants = constants;
        leaf = new LeafValues(source);
        box = model.layout().action();
        start = model.layout().newState();
        state = model.layout().newState();
        int size = constants.horizon() * box.size();
        plan = new float[constants.population()][size];
        worth = new double[constants.population()];
        mean = new double[size];
        deviation = new double[size];
    }

    @Override
    protected void search(ParticleBelief belief, long index, Decision out) {
        leaf.startDecision();
        particles = Math.min(MOST_PARTICLES, constants.particles());
        for (int i = 0; i < mean.length; i++) {
            int lane = i % box.size();
            mean[i] = 0.5 * (box.low(lane) + box.high(lane));
            deviation[i] = FIRST_DEVIATION * box.side(lane);
        }
        long generation = 0;
        while (generation == 0 || clock.goesOn() && clock.remaining() >= particles) {
            int tried = generation(belief, index, generation++, out);
            if (tried == constants.population() || generation == 1) {
                fit(tried);
            }
        }
        out.depth = constants.horizon();
        out.edges = out.nodes = 1;
    }

    /** Draws and tries plans, the mean first; returns how many got through. */
    private int generation(ParticleBelief belief, long index, long generation, Decision out) {
        draws.startEpisode(settings.seed(), index, ~generation);
        double offset = draws.nextDouble();
        for (int k = 0; k < particles; k++) {
            chosen[k] = draw.at((k + offset) / particles);
        }
        int tried = 0;
        for (int c = 0; c < constants.population() && (tried == 0 || clock.goesOn()); c++) {
            boolean first = c == 0;
            for (int i = 0; i < mean.length; i++) {
                double shift = first ? 0.0 : deviation[i] * draws.nextGaussian();
                plan[c][i] = box.clip(i % box.size(), (float) (mean[i] + shift));
            }
            boolean needed = generation == 0 && first;
            if (!needed && clock.remaining() < particles || !tryPlan(plan[c], belief, index, generation, needed)) {
                return tried;
            }
            worth[tried++] = value;
            if (first || generation == 0 && value > out.value) {
                answer(plan[c], out);
            }
        }
        return tried;
    }

    private void answer(float[] best, Decision out) {
        System.arraycopy(best, 0, out.lanes, 0, box.size());
        System.arraycopy(best, 0, out.rowLanes, 0, box.size());
        out.value = value;
        root.set(0, met, value, squares);
    }

    /** Mean return of a plan in {@code value}; false when the time ran out, which one that is needed ends early for. */
    private boolean tryPlan(float[] actions, ParticleBelief belief, long index, long generation, boolean needed) {
        met = 0;
        value = 0.0;
        squares = 0.0;
        long stream = generation * MOST_PARTICLES;
        while (met < particles && (met == 0 || !clock.isLate() && clock.remaining() > 0)) {
            belief.load(chosen[met], start);
            simulator.stream().startEpisode(settings.seed(), index, stream + met);
            double difference = follow(actions) - value;
            value += difference / ++met;
            squares += difference * difference * (met - 1) / met;
            clock.count(1);
        }
        return met == particles || needed;
    }

    private double follow(float[] actions) {
        state.copyFrom(start);
        double sum = 0.0;
        double weight = 1.0;
        Outcome outcome = simulator.outcome();
        for (int h = 0; h < constants.horizon(); h++) {
            System.arraycopy(actions, h * box.size(), state.action, 0, box.size());
            simulator.stream().startDepth(h);
            simulator.step(state, 0);
            sum += weight * outcome.reward;
            weight *= model.discount();
            if (outcome.terminal) {
                return sum;
            }
            model.updateHistory(state, 0, outcome.observation);
        }
        return sum + weight * leaf.estimate(state, 0, outcome.observation, simulator.stream());
    }

    /** Fits the Gaussian to the best of the first {@code tried} plans. */
    private void fit(int tried) {
        int elites = Math.min(tried, constants.elites());
        int[] best = IntStream.range(0, tried)
                .boxed()
                .sorted((a, b) -> Double.compare(worth[b], worth[a]))
                .limit(elites)
                .mapToInt(Integer::intValue)
                .toArray();
        boolean narrow = true;
        for (int i = 0; i < mean.length; i++) {
            int lane = i;
            double side = box.side(i % box.size());
            double centre = Arrays.stream(best)
                    .mapToDouble(c -> plan[c][lane])
                    .average()
                    .orElseThrow();
            double variance = Arrays.stream(best)
                    .mapToDouble(c -> (plan[c][lane] - centre) * (plan[c][lane] - centre))
                    .average()
                    .orElseThrow();
            mean[i] = centre;
            deviation[i] = Math.sqrt(variance) + LEAST_DEVIATION * side;
            narrow &= deviation[i] < 2.0 * LEAST_DEVIATION * side;
        }
        if (narrow) {
            particles = Math.min(MOST_PARTICLES, 2 * particles);
            for (int i = 0; i < mean.length; i++) {
                deviation[i] = WIDENED * box.side(i % box.size());
            }
        }
    }
}
