package org.teleost.envs.crowdnav;

import org.teleost.belief.BeliefHealth;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * Belief of the crowd: positions as seen, types as inferred. Every update learns from the motion of all pedestrians,
 * picks the six nearest and fills the particles with the seen positions and types drawn from the posterior.
 *
 * <p>The draws are stratified: particle i takes quantile frac(u + i * golden ratio) of the joint distribution of the
 * six types, so that any run of consecutive particles represents it evenly and the whole set to about 1 / particles.
 */
final class CrowdNavUpdater implements BeliefUpdater {
    private static final long BELIEF_PURPOSE = 0x7479706573L;
    private static final double GOLDEN = 0.5 * (Math.sqrt(5.0) - 1.0);

    /** Log density below which a step can't be explained: every pedestrian 10 standard deviations off on both axes. */
    private static final double IMPLAUSIBLE = -100.0 * CrowdRules.PEDESTRIANS;

    private final Crowd start;
    private final Crowd before = new Crowd();
    private final Crowd after = new Crowd();
    private final Tracker tracker = new Tracker();
    private final TypePosterior types = new TypePosterior();
    private final double[] curious = new double[CrowdRules.TRACKED];
    private final State state;
    private final RandomStream stream;
    private final long seed;
    private final BeliefHealth health = new BeliefHealth();
    private long updates;

    CrowdNavUpdater(CrowdNavModel model, Crowd start, long seed) {
        this.start = start;
        this.seed = RandomStream.derive(seed, BELIEF_PURPOSE);
        stream = new RandomStream(this.seed);
        state = model.layout().newState();
    }

    @Override
    public void initialise(ParticleBelief belief) {
        updates = 0;
        types.reset();
        tracker.clear();
        before.copyFrom(start);
        fill(belief, CrowdRules.START_X, CrowdRules.START_Y, 0);
    }

    /** The percept holds robot x and y, x of all pedestrians, then y of all pedestrians. */
    @Override
    public BeliefHealth update(ParticleBelief belief, int action, long observation, float[] percept) {
        int expected = 2 + 2 * CrowdRules.PEDESTRIANS;
        if (percept.length != expected) {
            throw new IllegalArgumentException("percept.length=" + percept.length + ", expected=" + expected
                    + "; crowdnav's belief needs the seen positions of its own world");
        }
        System.arraycopy(percept, 2, after.x, 0, CrowdRules.PEDESTRIANS);
        System.arraycopy(percept, 2 + CrowdRules.PEDESTRIANS, after.y, 0, CrowdRules.PEDESTRIANS);
        updates++;
        double evidence = types.update(before, after, percept[0], percept[1], action == CrowdRules.YELL);
        before.copyFrom(after);
        fill(belief, percept[0], percept[1], (int) observation);
        health.particles = belief.size();
        health.effectiveSampleSize = belief.size();
        health.uniqueAncestors = belief.size();
        health.logEvidence = evidence;
        health.terminalParticles = 0;
        health.resampled = true;
        health.level = evidence > IMPLAUSIBLE ? BeliefHealth.Level.HEALTHY : BeliefHealth.Level.DEGRADED;
        return health;
    }

    private void fill(ParticleBelief belief, float robotX, float robotY, int closer) {
        tracker.track(before, robotX, robotY);
        CrowdNavModel.writePositions(before, tracker, robotX, robotY, state.floats);
        state.ints[CrowdNavModel.CLOSER] = closer;
        for (int slot = 0; slot < CrowdRules.TRACKED; slot++) {
            curious[slot] = types.curious(tracker.pedestrian(slot));
        }
        stream.startEpisode(seed, updates, 0);
        double offset = stream.nextDouble();
        for (int i = 0; i < belief.size(); i++) {
            double quantile = offset + i * GOLDEN;
            state.ints[CrowdNavModel.CURIOUS] = typesAt(quantile - Math.floor(quantile));
            belief.store(i, state);
        }
        belief.setUniformWeights();
    }

    /** Inverts the joint distribution: every type splits the interval that the types before it left. */
    private int typesAt(double quantile) {
        int bits = 0;
        double rest = quantile;
        for (int slot = 0; slot < CrowdRules.TRACKED; slot++) {
            double probability = curious[slot];
            if (rest < probability) {
                bits |= 1 << slot;
                rest /= probability;
            } else {
                rest = (rest - probability) / (1.0 - probability);
            }
        }
        return bits;
    }

    /** Posterior probability that a pedestrian is curious. */
    double curious(int pedestrian) {
        return types.curious(pedestrian);
    }
}
