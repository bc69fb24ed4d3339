package org.teleost.baselines.frame;

import java.util.Arrays;
import org.teleost.belief.ParticleBelief;

/** Draws particles by weight. */
public final class BeliefDraw {
    private double[] cumulative = new double[0];
    private ParticleBelief belief;

    /** Prepares a belief; reads its weights once. */
    public void start(ParticleBelief newBelief) {
        belief = newBelief;
        if (cumulative.length != belief.size()) {
            cumulative = new double[belief.size()];
        }
        double sum = 0.0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += belief.weight(i);
            cumulative[i] = sum;
        }
        if (!(sum > 0.0)) {
            throw new IllegalArgumentException("belief weights sum to " + sum + "; normalise them before planning");
        }
    }

    /** Particle at quantile {@code u} in [0, 1). */
    public int at(double u) {
        double target = u * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, target);
        // a particle owns the half-open range that ends at its own sum
        int index = found >= 0 ? found + 1 : -found - 1;
        while (index < cumulative.length - 1 && belief.weight(index) == 0.0) {
            index++;
        }
        return Math.min(index, cumulative.length - 1);
    }
}
