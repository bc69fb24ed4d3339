/**
 * LightDark1D (Sunberg and Kochenderfer, "Online algorithms for POMDPs with continuous state, action, and observation
 * spaces", ICAPS 2018).
 *
 * <p>State: an integer position from -60 to 60; uniform over -30 to 30 at the start. Actions: move by -10, -1, 1 or 10,
 * clamped to the range, for -1; or stop, which ends the episode with 100 at position 0 and -100 elsewhere. Observation:
 * the position after the step with Gaussian noise of deviation |position - 10| + 1e-4; the key is the bit pattern of
 * the reading as a float, zero-extended, and the likelihood is the density at that float. gamma 0.95, 100 steps.
 */
package org.teleost.envs.lightdark;
