/**
 * Control of the Kuramoto-Sivashinsky equation, the nonlinear benchmark of "Asynchronous parallel reinforcement
 * learning for optimizing propulsive performance in fin ray control" (Engineering with Computers 2024, arXiv
 * 2401.11349).
 *
 * <p>Equation: u_t = -u u_x - u_xx - u_xxxx + f on a periodic line of length L = 8 pi. Long waves grow, short ones
 * decay, the convection carries energy from the former to the latter.
 *
 * <p>Discretisation, in double precision: 64 points, dx = L/64. u_xx and u_xxxx central, sixth order; u u_x = (u^2)_x /
 * 2 from one side over five points, fourth order, from the left where u >= 0 and from the right elsewhere. Classical
 * Runge-Kutta of fourth order in time, dt = 0.001 (u_xxxx is unstable from 0.002 on), 250 substeps for each action.
 *
 * <p>Action: amplitudes a in [-0.5, 0.5]^4 of four jets, f = sum_k a_k exp(-(x - x_k)^2 / 2) / sqrt(2 pi), x_k = 0,
 * L/4, L/2, 3L/4. As in the published code the Gaussians stop at the ends of the line, so jet 0 is half a Gaussian;
 * problem {@code kuramoto-sivashinsky-wrapped} wraps them around.
 *
 * <p>Observation: u at the 64 points. Reward of an action: the mean over its substeps, taken at their first stage, of
 * -[mean((dx^2 u_xx)^2) + mean((dx (u^2)_x)^2) + mean(u f)]; the differences are not divided by dx, as in the published
 * code. Information: the three terms (curvatureCost, gradientCost, powerInput) and, after the action, the energy
 * mean(u^2)/2. An episode is 400 actions, truncated, never terminated. A state that is no longer finite throws an
 * IllegalStateException.
 *
 * <p>Initial states: one of 200 from the first 50 time units of an uncontrolled run from 3/2 sin(2 pi x / L + 1/4). The
 * published run's first state is not known, so returns agree in size, not to the digit. Means over the 200 states
 * (standard deviation in brackets): zero action -238.9 (20) against -231.7 (13) published, constant 0.5 -4258 against
 * -4452, uniformly random actions -278 (80) against about -290 (100).
 */
package org.teleost.envs.kuramotosivashinsky;
