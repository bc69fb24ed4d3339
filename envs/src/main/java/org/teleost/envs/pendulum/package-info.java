/**
 * Torque-limited swing-up of a rod on a pivot: Gymnasium's {@code Pendulum-v1} (Farama Foundation, Gymnasium 1.3,
 * {@code classic_control/pendulum.py}), on the command line as {@code pendulum}.
 *
 * <p>State: angle theta (rad, 0 upright, not wrapped) and speed thetadot (rad/s). A uniform rod of mass m = 1 kg and
 * length l = 1 m turns about one end under g = 10 m/s^2 and a torque u:
 *
 * <pre>
 *   thetadot' = clip(thetadot + (3 g / (2 l) sin theta + 3 u / (m l^2)) dt, -8, 8)
 *   theta'    = theta + thetadot' dt,    dt = 0.05 s
 * </pre>
 *
 * one semi-implicit Euler step (order 1, symplectic) for each action, in double precision.
 *
 * <p>Action: u in [-2, 2] N m. The largest torque lifts the rod to about 24 degrees only, so it has to be swung up.
 *
 * <p>Observation: cos theta, sin theta, thetadot (rad/s), within [-1, 1], [-1, 1], [-8, 8].
 *
 * <p>Reward: -(w(theta)^2 + 0.1 thetadot^2 + 0.001 u^2), state before the step, w the angle wrapped to [-pi, pi);
 * between -16.2736044 and 0.
 *
 * <p>Start: theta uniform in [-pi, pi), thetadot uniform in [-1, 1). Nothing terminates; truncated after 200 steps (10
 * s). Good controllers earn about -150 on average.
 */
package org.teleost.envs.pendulum;
