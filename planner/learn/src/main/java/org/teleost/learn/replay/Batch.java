package org.teleost.learn.replay;

/**
 * A batch of transitions, row by row, reused from update to update. Actions are normalised: the executed action mapped
 * from the action box to [-1, 1].
 */
public final class Batch {
    public final int rows;
    public final int observationSize;
    public final int actionSize;

    /** Shape [rows][observationSize], row-major; likewise the others. */
    public final float[] observations;

    public final float[] actions;
    public final float[] rewards;
    public final float[] nextObservations;

    /** 1 where the next state ends the task, else 0; a truncated episode has 0 and bootstraps through. */
    public final float[] terminated;

    public Batch(int rows, int observationSize, int actionSize) {
        this.rows = rows;
        this.observationSize = observationSize;
        this.actionSize = actionSize;
        observations = new float[rows * observationSize];
        actions = new float[rows * actionSize];
        rewards = new float[rows];
        nextObservations = new float[rows * observationSize];
        terminated = new float[rows];
    }
}
