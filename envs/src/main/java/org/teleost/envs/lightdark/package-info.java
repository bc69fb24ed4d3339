/**
 * LightDark1D (Sunberg and Kochenderfer, "Online algorithms for POMDPs with continuous state, action, and observation
 * spaces", ICAPS 2018).
 *
 * <p>State: an integer position from -60 to 60; uniform over -30 to 30 at the start. Actions: move by -10, -1, 1 or 10,
 * clamped to the range, for -1; or stop, which ends the episode with 100 at position 0 and -100 elsewhere. Observation:
 * the position after the step with Gaussian noise of deviation |position - 10| + 1e-4; the key is the bit pattern of
 * the reading as a float, zero-extended, and the likelihood is the density at that float. gamma 0.95, 100 steps.
 *
 * <p>LightDark2D (Platt, Tedrake, Kaelbling and Lozano-Perez, "Belief space planning assuming maximum likelihood
 * observations", RSS 2010; the target variant of LightDarkPOMDPs.jl). State: a place in the plane, N(2, 0.5^2) per axis
 * at the start. The action is a displacement, exactly executed; the program does not bound it, here it is -3 to 3 per
 * axis. Each step costs 1 until the place is within 0.05 of the origin, which ends the episode. Observation: the place
 * after the step with noise of deviation sqrt(1/2) |5 - x| + 0.01 per axis, as two floats (the program has no 0.01).
 * gamma 1, 30 steps.
 */
package org.teleost.envs.lightdark;
