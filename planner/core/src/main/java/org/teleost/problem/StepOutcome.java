package org.teleost.problem;

/**
 * What one step of an {@link Environment} gave; reused from step to step. A step fills every field.
 *
 * <p>{@code terminated} says that the task ended in this state, so nothing further can be earned; {@code truncated}
 * that only the episode was cut (a time limit): the value of the last observation still counts.
 */
public final class StepOutcome {
    /** The observation after the step. */
    public final float[] observation;

    /** Measurements beside the observation, in the order of {@link ControlProblem#infoNames()}. */
    public final double[] info;

    public double reward;
    public boolean terminated;
    public boolean truncated;

    public StepOutcome(int observations, int infos) {
        observation = new float[observations];
        info = new double[infos];
    }

    /** True if the episode is over for either reason. */
    public boolean last() {
        return terminated || truncated;
    }
}
