package org.teleost.solvers.factored;

import java.util.List;
import org.teleost.random.RandomStream;
import org.teleost.solvers.tabular.Sampler;

/** Draws the variables of one place of a step, each after its parents. Immutable. */
final class Draws {
    private final List<Factor> factors;
    private final int place;
    private final int[] order;

    Draws(List<Factor> factors, Slot.Time time) {
        this.factors = factors;
        place = time.place;
        order = JointTable.order(factors, place);
    }

    /** Fills the values of this place from those of the others; the tables are used as they are, large ones too. */
    void draw(int[][] step, RandomStream stream) {
        for (int child : order) {
            Factor factor = factors.get(child);
            step[place][child] = Sampler.draw(factor.table(), factor.offset(step, 1), factor.width(), stream);
        }
    }

    /** Probability of the values of this place given the others. */
    double probability(int[][] step) {
        double p = 1.0;
        for (Factor factor : factors) {
            p *= factor.table()[factor.offset(step, 0)];
        }
        return p;
    }
}
