/**
 * LightDark1D (as in Sunberg and Kochenderfer, "Online algorithms for POMDPs with continuous state, action, and
 * observation spaces", ICAPS 2018).
 *
 * <p>State: an integer from -60 to 60, at the start uniform from -30 to 30. Actions: move by -10, -1, 1 or 10 (reward
 * -1, clamped), or stop (0), which ends the episode with +100 at 0 and -100 elsewhere. Observation: a real number,
 * N(s', |s' - 10| + 1e-4), exact only in the light at 10; its 64-bit key holds the bits of the float. gamma 0.95; 100
 * steps.
 */
package org.teleost.envs.lightdark;
