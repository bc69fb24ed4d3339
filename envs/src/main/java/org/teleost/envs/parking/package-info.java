/**
 * Parking in two and three dimensions (Hoerger, Kurniawati, Kroese and Ye, "Adaptive discretization using Voronoi trees
 * for continuous POMDPs", IJRR 2023; numbers of ADVT's and LCEOPT's programs).
 *
 * <p>A vehicle of 1 x 0.5 at (x, y) with heading theta and speed v, in three dimensions also at a height z. It starts
 * at x = -1, y = -3, 0 or 3 plus a uniform number from -0.175 to 0.175, everything else 0. The action is acceleration
 * (-8 to 8), turning rate (-1.57 to 1.57) and climbing rate (-3.5 to 3.5), held for 1 s in three steps of 1/3: x and y
 * by heading and speed, z by the climbing rate and clamped to -5 to 5, then heading and speed.
 *
 * <p>Three obstacles of 6 x 5 stand at (8, -3.1), (8, 3.1) and (13.45, 0), in three dimensions at (13.5, 0), over all
 * heights. A step costs 1. The vehicle in an obstacle after any of the three steps costs 100 and ends the episode
 * there; its centre within 0.2 of (10, 0), in three dimensions (10, 0, 0), after the action gives 100 and ends it.
 *
 * <p>Observation: on tile 1, 2 or 3 (4 x 4, at (3, 4), (3, 0) and (3, -4)) its number with probability 0.7, else either
 * of the others; off the tiles 0. The programs replace the noisy reading by the true one and keep the likelihood, so
 * their published values belong to a perfect sensor and a filter that mistrusts it; here the reading is as noisy as the
 * papers say. gamma 0.95, 50 steps.
 *
 * <p>The leaf value is the programs' value of the deterministic world: the distance d to the goal in steps of 1, each
 * for 1, then 100, of which one step is not discounted: -(1 - gamma^d) / (1 - gamma) + 100 gamma^(d - 1). The programs
 * add the cost instead of subtracting it.
 */
package org.teleost.envs.parking;
