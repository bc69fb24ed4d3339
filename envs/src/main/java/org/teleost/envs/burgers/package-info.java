/**
 * Control of the viscous Burgers equation, a tracking benchmark after Arbabi, Korda and Mezic ("A data-driven Koopman
 * model predictive control framework for nonlinear partial differential equations", CDC 2018), with the numbers of the
 * code published with arXiv 2401.11349.
 *
 * <p>Equation: u_t = -(u^2/2)_x + nu u_xx + f on the periodic line [0, 1), nu = 0.01.
 *
 * <p>Discretisation, in double precision: 150 cells, x_i = i/150. u_xx central over five cells, fourth order; (u^2/2)_x
 * from one side over three cells, second order, from the left where u >= 0 and from the right elsewhere. Euler steps,
 * dt = 0.001 (u_xx is unstable from 0.0017 on), 500 for each action.
 *
 * <p>Action: amplitudes a in [-0.025, 0.075]^2, f = a_1 exp(-225 (x - 1/4)^2) + a_2 exp(-225 (x - 3/4)^2). Start: s 0.2
 * exp(-25 (x - 1/2)^2) + (1 - s) 0.2 sin(4 pi x) + 0.2, s uniform in [0, 1).
 *
 * <p>Target: the level 0.5 + 0.05 sin(pi t / 15). Observation: u - target in the 150 cells, at the current time. Reward
 * of an action: -10 mean((u - target)^2) after it. Information: that mean (meanSquaredError) and the target. An episode
 * is 60 actions, truncated, never terminated. A state that is no longer finite throws an IllegalStateException.
 */
package org.teleost.envs.burgers;
