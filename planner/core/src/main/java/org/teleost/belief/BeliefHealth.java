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
        /** Few effective particles or an observation the belief found very unlikely. */
        DEGRADED,
        /** The observation was impossible for every particle and the belief was rebuilt: do not trust the plan. */
        RECOVERED,
        /** No particle agrees and recovery failed; the belief is the one from before the observation. */
        LOST
    }

    private static final double DEGRADED_BELOW = 0.01;

    /** Particles held. */
    public int particles;

    /** Effective sample size before resampling. */
    public double effectiveSampleSize;

    /** log p(o | h); negative infinity when no particle agreed. */
    public double logEvidence;

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

    /** Sets the level of an update that some particle explained: few effective or distinct particles are an alarm. */
    public void judge() {
        boolean thin = Math.min(effectiveSampleSize, uniqueAncestors) < Math.max(2.0, DEGRADED_BELOW * particles);
        level = thin && particles > 2 ? Level.DEGRADED : Level.HEALTHY;
    }

    @Override
    public String toString() {
        return "level=" + level + " effectiveSampleSize=" + effectiveSampleSize + " logEvidence=" + logEvidence
                + " uniqueAncestors=" + uniqueAncestors + " terminalParticles=" + terminalParticles + " particles="
                + particles;
    }
}
