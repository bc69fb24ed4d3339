/**
 * Swing-up of a pole on a cart between two rail ends, on the command line as {@code cartpole-swingup}: the task of the
 * DeepMind Control Suite (Tassa et al., "DeepMind Control Suite", arXiv 1801.00690; {@code suite/cartpole.py}, task
 * {@code swingup}) with the equations of Florian, "Correct equations for the dynamics of the cart-pole system" (2007),
 * without friction.
 *
 * <p>State: cart position x (m) and velocity xdot (m/s), pole angle theta (rad, 0 upright, positive towards +x, not
 * wrapped) and speed thetadot (rad/s). Cart M = 1 kg; pole a uniform thin rod, m = 0.1 kg, half length l = 0.5 m; g =
 * 9.81 m/s^2; horizontal force F on the cart:
 *
 * <pre>
 *   thetaddot = (g sin theta - cos theta (F + m l thetadot^2 sin theta) / (M + m))
 *               / (l (4/3 - m cos^2 theta / (M + m)))
 *   xddot     = (F + m l (thetadot^2 sin theta - thetaddot cos theta)) / (M + m)
 * </pre>
 *
 * One classical Runge-Kutta step (order 4) of 0.01 s for each action, F constant over it, in double precision.
 *
 * <p>Action: F in [-10, 10] N. Observation: x, xdot, cos theta, sin theta, thetadot in the units above; velocities have
 * no bound, and the last x of an episode may lie beyond the rail.
 *
 * <p>Reward, in [0, 1], of the state after the step and the force that led to it; each factor is 1 at its best:
 *
 * <pre>
 *   upright  = (1 + cos theta) / 2             centred = (1 + 0.1^((x / 2 m)^2)) / 2
 *   control  = (5 - (F / 10 N)^2) / 5          slow    = (1 + 0.1^((thetadot / 5 rad/s)^2)) / 2
 *   reward   = upright centred control slow
 * </pre>
 *
 * <p>Start: hanging, x, theta - pi, xdot and thetadot independent normal with standard deviation 0.01 (no value beyond
 * 0.09). Terminated when |x| exceeds 1.8 m, which forgoes all that could still be earned; truncated after 1000 steps
 * (10 s). At most 1000; good controllers earn more than 800.
 *
 * <p>Against the suite: the force is in newtons instead of a share of 10 N, the pole is a thin rod and not a capsule 9
 * cm thick, its two tiny dampings (5e-4 N s/m, 2e-6 N m s) are left out, and the rail end terminates the episode where
 * the suite has a soft stop.
 */
package org.teleost.envs.cartpole;
