/**
 * VDPTag2 (Sunberg and Kochenderfer, "Online algorithms for POMDPs with continuous state, action, and observation
 * spaces", ICAPS 2018; numbers of VDPTag2.jl).
 *
 * <p>State: places of agent and target in the plane; the agent starts at (0, 0), the target uniform on [-4, 4]^2. An
 * action is a direction and whether to look. The agent moves 0.5 that way, stopped just before the first barrier in
 * between: the segments from 0.2 to 3.0 on the four half-axes, which stop nothing but the agent. The target follows the
 * Van der Pol oscillator x' = mu (x - x^3 / 3 - y), y' = x / mu with mu = 2 for 0.5, in five Runge-Kutta steps of 0.1,
 * and is then displaced by N(0, 0.05^2) per axis. A distance below 0.1 afterwards is a tag: +100 and the end; any other
 * step costs 1. Looking costs 5 more.
 *
 * <p>Observation: eight beams of 45 degrees ({@link org.teleost.envs.beams.Beams}) after the moves. The target's beam
 * reads N(d, 0.1^2) with a look and N(d, 5^2) without, d the distance; every other beam reads N(1, 5^2). A reading is
 * known by its bin, 8 bits each: 0.05 wide from 0 to 10, 1 wide outside, from -18 to 48; its likelihood is the
 * probability of the bin. A bin is at most half of the deviation that matters there, which costs 2 % of the readings'
 * Fisher information. gamma 0.95, 100 steps.
 *
 * <p>With continuous actions the coordinates are the angle, 0 to 2 pi, and a number from 0 to 1 that looks above 0.5.
 * In the discrete variant the directions are the 20 angles (a + 1/2) 18 degrees; actions 0 to 19 only move, 20 to 39
 * look, too.
 */
package org.teleost.envs.vdptag;
