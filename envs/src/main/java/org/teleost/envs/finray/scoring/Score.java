package org.teleost.envs.finray.scoring;

/**
 * Mean coefficients over whole periods.
 *
 * @param thrustCoefficient CT; NaN if the flow diverged
 * @param powerCoefficient CP; NaN if the flow diverged
 * @param thrustDeviation standard deviation of CT from period to period, how far the wake is from periodic
 */
public record Score(double thrustCoefficient, double powerCoefficient, double thrustDeviation) {
    /** The score of a control whose flow diverged. */
    public static Score diverged() {
        return new Score(Double.NaN, Double.NaN, Double.NaN);
    }

    /** Whether there is a result. */
    public boolean valid() {
        return Double.isFinite(thrustCoefficient) && Double.isFinite(powerCoefficient);
    }

    /** CT / CP, NaN unless both are positive. */
    public double efficiency() {
        return thrustCoefficient > 0.0 && powerCoefficient > 0.0 ? thrustCoefficient / powerCoefficient : Double.NaN;
    }
}
