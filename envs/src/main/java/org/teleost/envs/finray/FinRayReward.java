package org.teleost.envs.finray;

/**
 * What a decision earns, CT - powerPrice CP. At a price equal to the best efficiency CT / CP that is known, a control
 * earns more than nothing exactly if it is more efficient still.
 *
 * @param powerPrice thrust that a unit of power has to bring, 0 to 10
 */
public record FinRayReward(double powerPrice) {
    /** @throws IllegalArgumentException if the price is out of its range */
    public FinRayReward {
        if (!(powerPrice >= 0.0 && powerPrice <= 10.0)) {
            throw new IllegalArgumentException(
                    "fin ray reward out of range: powerPrice=" + powerPrice + " allowed=0 to 10");
        }
    }

    /** Thrust alone. */
    public static FinRayReward thrust() {
        return new FinRayReward(0.0);
    }

    /** Thrust at the full price of its power, {@code lambda} being the efficiency to beat. */
    public static FinRayReward efficiency(double lambda) {
        return new FinRayReward(lambda);
    }

    /** Half the weight on each of the other two: thrust at half the price of its power. */
    public static FinRayReward balanced(double lambda) {
        return new FinRayReward(0.5 * lambda);
    }

    /** Reward of a decision with these mean coefficients. */
    public double of(double thrustCoefficient, double powerCoefficient) {
        return thrustCoefficient - powerPrice * powerCoefficient;
    }
}
