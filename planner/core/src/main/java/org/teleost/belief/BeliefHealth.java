package org.teleost.belief;

/**
 * How far a belief can be trusted after an update; a mutable record that the updater owns and rewrites.
 *
 * <p>effectiveSampleSize in [1, particles]; logEvidence = log p(o | history) as the particles estimate it;
 * uniqueAncestors: distinct particles of the previous belief that survive.
 */
public final class BeliefHealth {
    /** What the controller should make of the belief. */
    public enum Level {
        /** Nothing unusual. */
        HEALTHY,
        /** Few effective particles, or an observation that even the best particle finds very unlikely. */
        DEGRADED,
        /** The observation was impossible for every particle and the belief was rebuilt: do not trust the plan. */
        RECOVERED,
        /** No particle agrees and recovery failed; the belief is the one from before the observation. */
        LOST
    }

    private static final double DEGRADED_BELOW = 0.01;

    /** An observation a thousand times less likely than that is very unlikely. */
    private static final double VERY_UNLIKELY = Math.log(1_000.0);

    /** Particles held. */
    public int particles;

    /** Effective sample size before resampling. */
    public double effectiveSampleSize;

    /** log p(o | h); negative infinity when no particle agreed. */
    public double logEvidence;

    /**
     * How far the observation is, for the particle that explains it best, below the range of what some particles find
     * of the observations that they simulated themselves: least - (largest - least) - its log likelihood. Negative is
     * usual. Unlike logEvidence it does not depend on what likelihoods are normalised by.
     */
    public double surprise = Double.NEGATIVE_INFINITY;

    private double leastSimulated;
    private double mostSimulated;
    private double mostObserved;

    /** Distinct surviving particles. */
    public int uniqueAncestors;

    /** Particles that the propagation step ended although the world went on. */
    public int terminalParticles;

    /** True when this update resampled. */
    public boolean resampled;

    /** Alarm level. */
    public Level level = Level.HEALTHY;

    /** True when a plan on this belief should be followed. */
    public boolean trustworthy() {
        return level == Level.HEALTHY || level == Level.DEGRADED;
    }

    /** Begins an update; {@link #simulated} and {@link #observed} follow. */
    void startComparing() {
        leastSimulated = Double.POSITIVE_INFINITY;
        mostSimulated = Double.NEGATIVE_INFINITY;
        mostObserved = Double.NEGATIVE_INFINITY;
    }

    /** The log likelihood of an observation at the particle that simulated it; not a number is passed over. */
    void simulated(double logLikelihood) {
        leastSimulated = logLikelihood < leastSimulated ? logLikelihood : leastSimulated;
        mostSimulated = logLikelihood > mostSimulated ? logLikelihood : mostSimulated;
    }

    /** The log likelihood of the real observation at a particle. */
    void observed(double logLikelihood) {
        mostObserved = logLikelihood > mostObserved ? logLikelihood : mostObserved;
    }

    /** Ends the update's comparison. */
    void endComparing() {
        compare(leastSimulated, mostSimulated, mostObserved);
    }

    /**
     * Ends a comparison with what the update found elsewhere: least and largest log likelihood of simulated
     * observations, infinities for none, and the largest of the real one.
     */
    public void compare(double least, double most, double observed) {
        surprise = least <= most ? least - (most - least) - observed : Double.NEGATIVE_INFINITY;
    }

    /**
     * Sets the level of an update that some particle explained: few effective or distinct particles are an alarm, and
     * so is an observation that surprises them all.
     */
    public void judge() {
        boolean thin = Math.min(effectiveSampleSize, uniqueAncestors) < Math.max(2.0, DEGRADED_BELOW * particles);
        level = (thin && particles > 2) || surprise > VERY_UNLIKELY ? Level.DEGRADED : Level.HEALTHY;
    }

    /** Becomes a copy of what an updater may overwrite. */
    public void copyFrom(BeliefHealth other) {
        particles = other.particles;
        effectiveSampleSize = other.effectiveSampleSize;
        logEvidence = other.logEvidence;
        surprise = other.surprise;
        uniqueAncestors = other.uniqueAncestors;
        terminalParticles = other.terminalParticles;
        resampled = other.resampled;
        level = other.level;
    }

    @Override
    public String toString() {
        return "level=" + level + " effectiveSampleSize=" + effectiveSampleSize + " logEvidence=" + logEvidence
                + " surprise=" + surprise
                + " uniqueAncestors=" + uniqueAncestors + " terminalParticles=" + terminalParticles + " particles="
                + particles;
    }
}
