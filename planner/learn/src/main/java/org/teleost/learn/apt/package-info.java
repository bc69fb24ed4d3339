/**
 * Asynchronous parallel training (APT): actors, each with an environment and the newest policy, collect transitions
 * while the learner updates the networks; neither waits for the other unless the settings bound how far they may drift
 * apart. Read {@link org.teleost.learn.apt.AptTraining#run} first.
 *
 * <p>One thread, the caller's, owns the learner, the replay buffer and all counters. An actor's thread owns its
 * {@code Collector}; the two meet in a bounded {@code TransitionRing}, one for each life of an actor, in the reference
 * to the newest policy, and in a few volatile fields. Random numbers are functions of (seed, actor, episode, step) or
 * (seed, update), so there is no state of a random stream to save.
 *
 * <p>Source: "Asynchronous parallel reinforcement learning for optimizing propulsive performance in fin ray control",
 * arXiv 2401.11349. May use {@code environment}, {@code replay}, {@code agent}, {@code checkpoint} and the planner's
 * {@code policy} and {@code random}.
 */
package org.teleost.learn.apt;
