package org.teleost.envs.finray.comparison;

import java.util.List;
import org.teleost.envs.finray.scoring.Score;

/**
 * What a control achieves on one grid, over several phases of the root to start at.
 *
 * @param cells along the ray
 * @param mean over the starts; NaN if the flow of any diverged
 * @param thrustSpread half-width of the range that holds 95 % of the starts' CT, 1.96 standard deviations; NaN with one
 *     start
 * @param powerSpread the same of CP
 */
public record GridScore(int cells, Score mean, double thrustSpread, double powerSpread) {
    /** Order in which CT converges with the cell: the interface is as wide as a few cells. */
    public static final double ORDER = 1.35;

    private static final double NORMAL_95 = 1.96;

    /** Collects the scores of the starts. */
    public static GridScore of(int cells, List<Score> starts) {
        int count = starts.size();
        double thrust = 0.0;
        double power = 0.0;
        double deviation = 0.0;
        for (Score score : starts) {
            thrust += score.thrustCoefficient() / count;
            power += score.powerCoefficient() / count;
            deviation += score.thrustDeviation() / count;
        }
        double thrustSquares = 0.0;
        double powerSquares = 0.0;
        for (Score score : starts) {
            thrustSquares += square(score.thrustCoefficient() - thrust);
            powerSquares += square(score.powerCoefficient() - power);
        }
        double degrees = count - 1;
        return new GridScore(
                cells,
                new Score(thrust, power, deviation),
                NORMAL_95 * Math.sqrt(thrustSquares / degrees),
                NORMAL_95 * Math.sqrt(powerSquares / degrees));
    }

    private static double square(double value) {
        return value * value;
    }

    /** Richardson's estimate for cells of no size, from this grid and a coarser one. */
    public Score extrapolated(GridScore coarser) {
        double gain = 1.0 / (Math.pow((double) cells / coarser.cells, ORDER) - 1.0);
        Score fine = mean;
        Score coarse = coarser.mean;
        return new Score(
                fine.thrustCoefficient() + gain * (fine.thrustCoefficient() - coarse.thrustCoefficient()),
                fine.powerCoefficient() + gain * (fine.powerCoefficient() - coarse.powerCoefficient()),
                Double.NaN);
    }
}
