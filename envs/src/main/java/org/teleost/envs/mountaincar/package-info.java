/**
 * A car too weak for its hill: Gymnasium's {@code MountainCarContinuous-v0} (Farama Foundation, Gymnasium 1.3,
 * {@code classic_control/continuous_mountain_car.py}, after Moore, "Efficient memory-based learning for robot control",
 * Cambridge 1990), on the command line as {@code mountain-car}.
 *
 * <p>State: position x and velocity v along the horizontal, in the problem's own units of length, and of length a step.
 * The track has the height 0.45 sin(3 x) + 0.55; its lowest point is x = -pi/6. A step is the map
 *
 * <pre>
 *   v' = clip(v + 0.0015 a - 0.0025 cos(3 x), -0.07, 0.07)
 *   x' = clip(x + v', -1.2, 0.6);   v' = 0 if x' = -1.2 and v' &lt; 0
 * </pre>
 *
 * which is itself the definition: no differential equation is approximated, and there is no time step to choose. It is
 * computed in double precision; Gymnasium rounds the state to single precision after every step, so that its
 * trajectories agree to about 1e-7 a step.
 *
 * <p>Action: a in [-1, 1], the share of the full force. Observation: x and v, within [-1.2, 0.6] and [-0.07, 0.07].
 *
 * <p>Reward: -0.1 a^2, plus 100 in the step that reaches the goal, x' at least 0.45 with v' not negative. The only
 * large reward lies where a timid policy never goes, which makes this a test of exploration.
 *
 * <p>Start: x uniform in [-0.6, -0.4), v = 0. Terminated at the goal, truncated after 999 steps. Good controllers earn
 * about 94.
 */
package org.teleost.envs.mountaincar;
