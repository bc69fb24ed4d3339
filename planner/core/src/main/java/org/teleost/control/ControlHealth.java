package org.teleost.control;

import org.teleost.belief.BeliefHealth;

/**
 * What a controller looks at before it trusts a session.
 *
 * @param level alarm level of the belief after the last update
 * @param effectiveSampleSize effective particles after the last update
 * @param particles particles held
 * @param logEvidence log p(o | h) of the last update
 * @param surprise see {@link BeliefHealth#surprise}
 * @param unobserved steps in a row, up to now, whose observations are missing
 * @param waiting observations handed over that the belief does not know yet
 * @param decisions decisions asked for so far
 * @param fallbacks how many of them were answered by the fallback
 * @param vetoes how many had their best action refused by the shield
 * @param lost observations that came too late to be used
 * @param trouble the last thing that went wrong, in words; empty since the last decision that was planned
 */
public record ControlHealth(
        BeliefHealth.Level level,
        double effectiveSampleSize,
        int particles,
        double logEvidence,
        double surprise,
        int unobserved,
        int waiting,
        long decisions,
        long fallbacks,
        long vetoes,
        long lost,
        String trouble) {

    /** True when the last plan should be followed: the belief is sound and nothing went wrong since. */
    public boolean trustworthy() {
        return (level == BeliefHealth.Level.HEALTHY || level == BeliefHealth.Level.DEGRADED) && trouble.isEmpty();
    }
}
