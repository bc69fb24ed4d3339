package org.teleost.envs.finray.sinusoid;

import org.teleost.envs.finray.FinRay;
import org.teleost.envs.finray.scoring.OffsetControl;

/**
 * The offset amplitude sin(multiple w t + phase), w t being the phase of the root's heave; reached through actions like
 * any other control, so within the same bounds and in straight lines between decisions.
 *
 * @param amplitude in radians, 0 to 0.6
 * @param phase in degrees
 * @param multiple of the root's frequency, 1 to 10; from 3 on the rate's bound flattens large amplitudes
 */
public record Sinusoid(double amplitude, double phase, int multiple) implements OffsetControl {
    private static final int LARGEST_MULTIPLE = 10;

    /** @throws IllegalArgumentException if a value is out of its range */
    public Sinusoid {
        if (!(amplitude >= 0.0 && amplitude <= FinRay.LARGEST_OFFSET)) {
            throw new IllegalArgumentException(
                    "amplitude out of range: amplitude=" + amplitude + " allowed=0 to " + FinRay.LARGEST_OFFSET);
        }
        if (!(Math.abs(phase) <= 720.0)) {
            throw new IllegalArgumentException("phase out of range: phase=" + phase + " allowed=-720 to 720 degrees");
        }
        if (multiple < 1 || multiple > LARGEST_MULTIPLE) {
            throw new IllegalArgumentException(
                    "multiple of the frequency out of range: multiple=" + multiple + " allowed=1 to 10");
        }
    }

    /** The offset at a time of the flow. */
    public double offset(double time) {
        return amplitude * Math.sin(multiple * FinRay.OMEGA * time + Math.toRadians(phase));
    }

    @Override
    public double action(FinRay ray) {
        return FinRay.actionTowards(ray.offset(), offset(ray.time() + FinRay.DECISION));
    }
}
