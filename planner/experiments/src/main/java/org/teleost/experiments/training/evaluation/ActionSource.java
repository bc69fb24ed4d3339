package org.teleost.experiments.training.evaluation;

/** Whatever acts in an evaluation. */
public interface ActionSource {

    /** An episode begins; its seed decides all that is random about the actions. */
    default void startEpisode(long seed) {}

    /**
     * Decides.
     *
     * @param observation shape [observation size]
     * @param action receives the action, shape [action size], in the environment's units
     */
    void act(float[] observation, float[] action);
}
