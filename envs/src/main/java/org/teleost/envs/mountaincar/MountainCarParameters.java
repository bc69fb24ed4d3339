package org.teleost.envs.mountaincar;

/**
 * Constants of the mountain car; the package description gives the equations. Lengths are in the problem's own unit,
 * times in steps.
 *
 * @param power acceleration at full force, length/step^2
 * @param gravity largest acceleration by the slope, length/step^2
 * @param speedLimit largest speed either way, length/step
 * @param leftEnd where a wall stops the car
 * @param rightEnd where the track ends
 * @param goal position from which on the task is done, between the ends
 * @param stepLimit steps after which an episode is truncated
 */
public record MountainCarParameters(
        double power, double gravity, double speedLimit, double leftEnd, double rightEnd, double goal, int stepLimit) {

    /** @throws IllegalArgumentException if a magnitude is not positive and finite or the track is out of order */
    public MountainCarParameters {
        requirePositive("power", power);
        requirePositive("gravity", gravity);
        requirePositive("speedLimit", speedLimit);
        requirePositive("stepLimit", stepLimit);
        // cars start at -0.6 to -0.4
        boolean ordered = leftEnd <= -0.6 && goal > -0.4 && goal <= rightEnd;
        if (!ordered || Double.isInfinite(leftEnd) || Double.isInfinite(rightEnd)) {
            throw new IllegalArgumentException("mountain car track is out of order: leftEnd=" + leftEnd + " goal="
                    + goal + " rightEnd=" + rightEnd + "; leftEnd <= -0.6 and -0.4 < goal <= rightEnd are needed");
        }
    }

    /** Gymnasium's values. */
    public static MountainCarParameters standard() {
        return new MountainCarParameters(0.0015, 0.0025, 0.07, -1.2, 0.6, 0.45, 999);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0.0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("mountain car " + name + " must be positive and finite: " + name + "="
                    + value + "; MountainCarParameters.standard() has the published values");
        }
    }
}
