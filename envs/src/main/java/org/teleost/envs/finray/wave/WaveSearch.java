package org.teleost.envs.finray.wave;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.MersenneTwister;

/**
 * Looks for the best wave of a family by CMA-ES (Hansen, "The CMA evolution strategy: a tutorial", arXiv 1604.00772).
 * The same seed and values give the same waves in the same order, so a search that was stopped goes on from the values
 * that were kept.
 */
public final class WaveSearch {
    private static final int POPULATION = 8;

    /** Steps at first: in the logarithm of an amplitude, in radians of phase, as a share of a small amplitude. */
    private static final double STEP = 0.3;

    private static final double LEAST_AMPLITUDE = 0.05;
    private static final double LARGEST_AMPLITUDE = 10.0;

    private final WaveFamily family;
    private final ToDoubleFunction<Wave> value;
    private Wave best;
    private double highest = Double.NEGATIVE_INFINITY;

    private WaveSearch(WaveFamily family, ToDoubleFunction<Wave> value) {
        this.family = family;
        this.value = value;
    }

    /**
     * The best wave that was found.
     *
     * @param amplitude of the sinusoid to start from, in radians
     * @param phase of it, in degrees
     * @param evaluations of the value, at least 8
     * @param value what is to be large; NaN if a wave has none
     */
    public static Wave best(
            WaveFamily family,
            double amplitude,
            double phase,
            int evaluations,
            long seed,
            ToDoubleFunction<Wave> value) {
        WaveSearch search = new WaveSearch(family, value);
        double[] start = search.position(family.nearest(amplitude, phase));
        double[] steps = new double[start.length];
        Arrays.fill(steps, family == WaveFamily.HARMONICS ? STEP * Math.min(1.0, amplitude) : STEP);
        search.evaluate(start);
        CMAESOptimizer optimizer =
                new CMAESOptimizer(Integer.MAX_VALUE, 0.0, true, 0, 0, new MersenneTwister(seed), false, null);
        try {
            optimizer.optimize(
                    new MaxEval(evaluations - 1),
                    new ObjectiveFunction(search::evaluate),
                    GoalType.MAXIMIZE,
                    new InitialGuess(start),
                    SimpleBounds.unbounded(start.length),
                    new CMAESOptimizer.Sigma(steps),
                    new CMAESOptimizer.PopulationSize(POPULATION));
        } catch (MathIllegalStateException e) {
            // all evaluations are used: the best of them is known
        }
        return search.best;
    }

    private double evaluate(double[] position) {
        Wave wave = Wave.rounded(family, parameters(position));
        double found = value.applyAsDouble(wave);
        // NaN is not above anything, but the first wave is better than none
        if (best == null || found > highest) {
            best = wave;
            highest = Double.isNaN(found) ? highest : found;
        }
        return Double.isNaN(found) ? -1.0 : found;
    }

    private double[] position(double[] parameters) {
        return family == WaveFamily.HARMONICS
                ? parameters
                : new double[] {Math.log(parameters[0]), Math.toRadians(parameters[1])};
    }

    private double[] parameters(double[] position) {
        if (family == WaveFamily.HARMONICS) {
            return Arrays.stream(position)
                    .map(value -> Math.max(-LARGEST_AMPLITUDE, Math.min(LARGEST_AMPLITUDE, value)))
                    .toArray();
        }
        double amplitude = Math.max(LEAST_AMPLITUDE, Math.min(LARGEST_AMPLITUDE, Math.exp(position[0])));
        return new double[] {amplitude, Math.toDegrees(position[1]) % 360.0};
    }
}
