package org.teleost.envs.finray.scoring;

import java.util.Optional;
import org.teleost.envs.finray.FinRay;
import org.teleost.fluid.grid.FlowDivergedException;

/**
 * How a control is measured: started in the wake of the passive ray, left alone for some periods, averaged over some
 * more.
 *
 * @param discarded periods before the average, 0 to 1000
 * @param averaged periods of the average, 1 to 1000
 */
public record Measurement(int discarded, int averaged) {
    /** Two periods discarded, four averaged. */
    public static final Measurement STANDARD = new Measurement(2, 4);

    private static final int MOST = 1000;

    /** Sees a ray after each decision, from the first discarded one on. */
    public interface Witness {
        /** Whether to go on. */
        boolean decided(FinRay ray);
    }

    /** @throws IllegalArgumentException if a number of periods is out of its range */
    public Measurement {
        if (discarded < 0 || discarded > MOST || averaged < 1 || averaged > MOST) {
            throw new IllegalArgumentException("periods out of range: discarded=" + discarded
                    + " allowed=0 to 1000 averaged=" + averaged + " allowed=1 to 1000");
        }
    }

    /** Decisions of a measurement. */
    public int decisions() {
        return (discarded + averaged) * FinRay.DECISIONS_PER_PERIOD;
    }

    /** Measures a control that starts at {@code decision} of the root's period. */
    public Score of(FinRay ray, OffsetControl control, int decision) {
        return of(ray, control, decision, seen -> true).orElseThrow();
    }

    /**
     * Measures a control that starts at {@code decision} of the root's period.
     *
     * @param ray used as workspace
     * @param decision 0 to 39
     * @return empty if the witness did not want to go on
     */
    public Optional<Score> of(FinRay ray, OffsetControl control, int decision, Witness witness) {
        ray.start(decision);
        double thrust = 0.0;
        double power = 0.0;
        double squares = 0.0;
        try {
            for (int period = -discarded; period < averaged; period++) {
                double periodThrust = 0.0;
                double periodPower = 0.0;
                for (int k = 0; k < FinRay.DECISIONS_PER_PERIOD; k++) {
                    ray.decide(control.action(ray));
                    if (!witness.decided(ray)) {
                        return Optional.empty();
                    }
                    periodThrust += ray.thrustCoefficient() / FinRay.DECISIONS_PER_PERIOD;
                    periodPower += ray.powerCoefficient() / FinRay.DECISIONS_PER_PERIOD;
                }
                if (period >= 0) {
                    thrust += periodThrust / averaged;
                    power += periodPower / averaged;
                    squares += periodThrust * periodThrust / averaged;
                }
            }
        } catch (FlowDivergedException e) {
            return Optional.of(Score.diverged());
        }
        double variance = Math.max(0.0, squares - thrust * thrust);
        return Optional.of(new Score(thrust, power, Math.sqrt(variance)));
    }
}
