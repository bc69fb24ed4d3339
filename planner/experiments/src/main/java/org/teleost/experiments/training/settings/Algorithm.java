package org.teleost.experiments.training.settings;

/** Learning algorithms. */
public enum Algorithm {
    /** Soft actor-critic, {@link org.teleost.learn.sac.Sac}. */
    SAC
}
