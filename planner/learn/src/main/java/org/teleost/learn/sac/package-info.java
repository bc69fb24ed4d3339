/**
 * Soft actor-critic: settings, the learner and its parts. May use {@code network}, {@code agent}, {@code replay},
 * {@code environment} (the action box), {@code policy} and {@code random}.
 */
package org.teleost.learn.sac;
