package org.teleost.envs.finray.scoring;

import java.util.Locale;
import org.teleost.envs.finray.FinRayReward;

/** What a control of the offset is to be best at. */
public enum Objective {
    /** Mean thrust, CT. */
    THRUST,
    /** Thrust for the power it takes, CT / CP. */
    EFFICIENCY,
    /** Between the two, CT - lambda / 2 CP with lambda the best efficiency that is known. */
    BALANCED;

    /**
     * What is to be large; NaN if the score has no such value.
     *
     * @param lambda best efficiency that is known
     */
    public double value(Score score, double lambda) {
        return switch (this) {
            case THRUST -> score.thrustCoefficient();
            case EFFICIENCY -> score.efficiency();
            case BALANCED -> reward(lambda).of(score.thrustCoefficient(), score.powerCoefficient());
        };
    }

    /** The reward whose best control this objective looks for. */
    public FinRayReward reward(double lambda) {
        return switch (this) {
            case THRUST -> FinRayReward.thrust();
            case EFFICIENCY -> FinRayReward.efficiency(lambda);
            case BALANCED -> FinRayReward.balanced(lambda);
        };
    }

    /** Lower-case name, as in the names of problems. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
