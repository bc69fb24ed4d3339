package org.teleost.search;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.teleost.belief.ParticleBelief;
import org.teleost.leaf.LeafEstimator;
import org.teleost.leaf.LeafSource;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.parallel.WorkerTeam;
import org.teleost.random.Elementary;
import org.teleost.random.RandomStream;

/**
 * The best sequence of actions that looks at nothing on the way, found by the cross-entropy method (Rubinstein and
 * Kroese, 2004) before the tree is begun: the first actions of a decision whose actions are points of a box come from
 * around it. Sequences are compared on common particles and random numbers, each followed by the leaf value. They begin
 * with one step, which many samples settle quickly, and grow where the budget allows. Worse than the tree where it pays
 * to look first, and far better than random points where a box has many sides.
 */
final class OpenLoopPlan implements Opening, WorkerTeam.Task {
    /** Longest sequence. */
    static final int LONGEST = 4;

    /** Deviation, as a share of the box, below which the steps are found and another one joins. */
    private static final double FOUND = 0.05;

    /** Rounds after which another one joins all the same. */
    private static final int PATIENCE = 16;

    private static final int ROUNDS_PER_LANE = 2;

    private static final int FEWEST_CANDIDATES = 32;
    private static final int CANDIDATES_PER_LANE = 8;
    private static final int FEWEST_PARTICLES = 8;
    private static final int MOST_PARTICLES = 64;

    /** Rounds until a round has twice the particles of the first. */
    private static final int DOUBLING = 16;

    /** Candidates of a round that make the next distribution, one in so many. */
    private static final int ONE_ELITE_IN = 8;

    /** Deviation of a step that has just joined, and of one that is found, as shares of the box. */
    private static final double WIDE = 0.5;

    private static final double NARROW = 0.01;

    /** Deviation that the found steps get back when another joins. */
    private static final double REOPENED = 0.1;

    private final ActionBox box;
    private final WatchedModel[] models;
    private final LeafEstimator[] leaf;
    private final double discount;

    /** Step by step of the sequence, then the first step of each shorter one that it grew from. */
    private final double[] mean;

    private final double[] deviation;
    private final float[] candidates;
    private final double[] value;
    private final double[] ranked;
    private final int[] particles = new int[MOST_PARTICLES];
    private final RandomStream draws = new RandomStream(0);
    private final AtomicInteger next = new AtomicInteger();
    private final WorkerTeam team;
    private final SearchPass search;
    private final int population;
    private final long seed;
    private ParticleBelief belief;
    private int length;
    private int round;
    private int particleCount;
    private long stop;
    private volatile boolean late;
    private long simulated;
    private long steps;

    OpenLoopPlan(GenerativeModel model, WatchedModel[] models, LeafSource source, WorkerTeam team, SearchPass search) {
        this.models = models;
        this.team = team;
        this.search = search;
        seed = search.seed() ^ 0x0BE41009;
        box = model.layout().action();
        discount = model.discount();
        leaf = new LeafEstimator[models.length];
        for (int i = 0; i < leaf.length; i++) {
            leaf[i] = source.newEstimator();
        }
        int lanes = LONGEST * box.size();
        mean = new double[2 * lanes];
        deviation = new double[2 * lanes];
        population = Math.max(FEWEST_CANDIDATES, CANDIDATES_PER_LANE * box.size());
        candidates = new float[population * lanes];
        value = new double[population];
        ranked = new double[population];
    }

    @Override
    public void clear() {
        length = 0;
        simulated = 0;
        steps = 0;
    }

    /** Steps of the sequence, 0 when there was no time for one. */
    int length() {
        return length;
    }

    /** Mean of a coordinate of the action at a depth below {@link #length}. */
    double mean(int depth, int lane) {
        return mean[depth * box.size() + lane];
    }

    /** Its deviation. */
    double deviation(int depth, int lane) {
        return deviation[depth * box.size() + lane];
    }

    /**
     * Draws an action for a depth below {@link #length}. At the root from around the first action of the sequence or of
     * one of the shorter ones that it grew from: those count on looking sooner.
     */
    void draw(int depth, float[] action, RandomStream stream) {
        int from = depth > 0 ? depth * box.size() : rootStep(stream.nextInt(length));
        for (int i = 0; i < action.length; i++) {
            action[i] = box.clip(i, (float) (mean[from + i] + deviation[from + i] * stream.nextGaussian()));
        }
    }

    /** Density of {@link #draw} at an action over that of the uniform distribution, borders of the box aside. */
    double density(int depth, float[] action) {
        if (depth > 0) {
            return stepDensity(depth * box.size(), action);
        }
        double sum = 0.0;
        for (int grown = 0; grown < length; grown++) {
            sum += stepDensity(rootStep(grown), action);
        }
        return sum / length;
    }

    /** Where the first step is of the sequence when it was {@code grown + 1} steps long. */
    private int rootStep(int grown) {
        return grown == length - 1 ? 0 : (LONGEST + grown) * box.size();
    }

    private double stepDensity(int from, float[] action) {
        double density = 1.0;
        double exponent = 0.0;
        for (int i = 0; i < action.length; i++) {
            double z = (action[i] - mean[from + i]) / deviation[from + i];
            exponent -= 0.5 * z * z;
            density *= box.side(i) / (deviation[from + i] * Math.sqrt(2.0 * Math.PI));
        }
        return exponent < -40.0 ? 0.0 : density * Elementary.exp(exponent);
    }

    /** Sequences simulated for this decision, one for each particle that one was tried on. */
    long simulated() {
        return simulated;
    }

    @Override
    public long steps() {
        return steps;
    }

    /** Looks for the sequence, in whole rounds. */
    @Override
    public long open(ParticleBelief from, ParticlePicker picker, long episodes, long stopNanos) {
        find(from, picker, episodes, stopNanos);
        return simulated;
    }

    private void find(ParticleBelief from, ParticlePicker picker, long most, long stopNanos) {
        belief = from;
        stop = stopNanos;
        late = false;
        int wanted = 1;
        int patience = PATIENCE + ROUNDS_PER_LANE * box.size();
        for (round = 0; ; round++) {
            if (round > 0 && (isFound() || round >= patience)) {
                if (wanted == LONGEST) {
                    return;
                }
                wanted++;
                patience = round + PATIENCE + ROUNDS_PER_LANE * box.size();
            }
            particleCount = Math.min(MOST_PARTICLES, FEWEST_PARTICLES * (DOUBLING + round) / DOUBLING);
            long cost = (long) population * particleCount;
            if (simulated + cost > most) {
                return;
            }
            grow(wanted);
            for (int k = 0; k < particleCount; k++) {
                particles[k] = picker.pick((long) round * MOST_PARTICLES + k);
            }
            draw();
            next.set(0);
            team.run(this);
            if (late) {
                length = round == 0 ? 0 : length;
                return;
            }
            simulated += cost;
            steps += cost * length;
            learn();
        }
    }

    /** Whether the distribution is narrow, or there is nothing to learn before more steps join. */
    private boolean isFound() {
        if (ranked[0] == ranked[population - 1]) {
            return true;
        }
        double sum = 0.0;
        int lanes = length * box.size();
        for (int i = 0; i < lanes; i++) {
            sum += deviation[i] / side(i);
        }
        return sum < FOUND * lanes;
    }

    private void grow(int wanted) {
        if (wanted == length) {
            return;
        }
        if (length > 0) {
            int kept = (LONGEST + length - 1) * box.size();
            System.arraycopy(mean, 0, mean, kept, box.size());
            System.arraycopy(deviation, 0, deviation, kept, box.size());
        }
        for (int i = 0; i < wanted * box.size(); i++) {
            double side = side(i);
            if (i < length * box.size()) {
                deviation[i] = Math.max(deviation[i], REOPENED * side);
            } else {
                mean[i] = box.low(i % box.size()) + 0.5 * side;
                deviation[i] = WIDE * side;
            }
        }
        length = wanted;
    }

    private double side(int i) {
        return box.side(i % box.size());
    }

    /** The mean first, so that what was found is compared with what is new. */
    private void draw() {
        draws.startEpisode(seed, search.decision(), round);
        int lanes = length * box.size();
        for (int c = 0; c < population; c++) {
            for (int i = 0; i < lanes; i++) {
                double noise = c == 0 ? 0.0 : deviation[i] * draws.nextGaussian();
                candidates[c * lanes + i] = box.clip(i % box.size(), (float) (mean[i] + noise));
            }
        }
    }

    @Override
    public void run(int worker) {
        WatchedModel at = models[worker];
        for (int c = next.getAndIncrement(); c < population && !late; c = next.getAndIncrement()) {
            if (stop != Long.MAX_VALUE && System.nanoTime() >= stop) {
                late = true;
                return;
            }
            double sum = 0.0;
            for (int k = 0; k < particleCount; k++) {
                sum += simulate(at, leaf[worker], c, k);
            }
            value[c] = sum / particleCount;
        }
    }

    private double simulate(WatchedModel at, LeafEstimator estimator, int candidate, int k) {
        at.particle = particles[k];
        at.action = 0;
        belief.load(at.particle, at.state);
        at.stream.startEpisode(seed, ~search.decision(), (long) round * MOST_PARTICLES + k);
        double collected = 0.0;
        double gamma = 1.0;
        int lanes = box.size();
        for (int depth = 0; depth < length; depth++) {
            at.depth = depth;
            at.stream.startDepth(depth);
            System.arraycopy(candidates, (candidate * length + depth) * lanes, at.state.action, 0, lanes);
            collected += gamma * at.step(search);
            if (at.outcome.terminal) {
                return collected;
            }
            gamma *= discount * at.stretch();
            at.model.updateHistory(at.state, 0, at.outcome.observation);
        }
        return collected + gamma * at.checkLeaf(estimator.estimate(at.state, 0, at.outcome.observation, at.stream));
    }

    /** Mean and deviation of the best. */
    private void learn() {
        System.arraycopy(value, 0, ranked, 0, population);
        Arrays.sort(ranked);
        int wanted = population / ONE_ELITE_IN;
        double least = ranked[population - wanted];
        int lanes = length * box.size();
        for (int i = 0; i < lanes; i++) {
            double sum = 0.0;
            double squares = 0.0;
            int elite = 0;
            for (int c = 0; c < population; c++) {
                if (value[c] >= least) {
                    double lane = candidates[c * lanes + i];
                    sum += lane;
                    squares += lane * lane;
                    elite++;
                }
            }
            mean[i] = sum / elite;
            double variance = Math.max(0.0, squares / elite - mean[i] * mean[i]);
            deviation[i] = Math.sqrt(variance) + NARROW * side(i);
        }
    }
}
