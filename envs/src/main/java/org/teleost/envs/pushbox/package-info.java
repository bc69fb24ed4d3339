/**
 * Pushbox in two and three dimensions (Hoerger, Kurniawati, Kroese and Ye, "Adaptive discretization using Voronoi trees
 * for continuous POMDPs", IJRR 2023, and "A surprisingly simple continuous-action POMDP solver: lazy cross-entropy
 * search over policy trees", AAAI 2024; numbers and rules of LCEOPT's program, whose published values are compared
 * with).
 *
 * <p>A robot pushes a box to a goal on 12 x 12 cells with a wall around and in the corner: the cells with x of at least
 * 8 in the row y = 10 and with x of at least 9 in y = 9 are wall, too. The robot starts at (5.5, 9.5), the box at (5.5,
 * 5.5) plus noise in x and y. Noise is always a normal law cut off at one deviation
 * ({@link org.teleost.envs.noise.TruncatedNormal}); here its deviation is 2. In three dimensions both start at z = 0,
 * and walls reach over all z.
 *
 * <p>The action is the robot's displacement, -1 to 1 per axis. If on its way the robot's distance to the box falls to
 * 1, the box is pushed: with n the unit vector from the robot at contact to the box, it moves by n v plus v noise per
 * axis, v = 5 (action . n) noise about 1. The deviations are 0.1 in two dimensions and 0.05 in three. The robot goes on
 * as if nothing had been there.
 *
 * <p>A step costs 10. The box in the goal gives 1000; robot or box in a wall's cell, or closer than 1 to each other,
 * costs 1000; either ends the episode, and both count if both are so. The goal is the cell from (8, 9) to (9, 10), or
 * in three dimensions whatever is at most 0.5 from (8.5, 9.5, 0). ADVT's program has no penalty for robot and box being
 * close, the deviation 0.1 in three dimensions, a start with noise in z, and takes the goal's distance from x and y
 * alone.
 *
 * <p>Observation: the bearing of the box in the x-y plane, with noise of deviation 10 degrees, in twelve buckets of 30
 * degrees from the x axis on; in three dimensions also the bearing in the y-z plane, likewise; and whether the box was
 * pushed. gamma 0.95, 50 steps.
 *
 * <p>The leaf value is the programs' value of the deterministic world: d = distance from the robot to a place 0.5
 * beyond the box as seen from the goal, plus the distance from there to the goal, walked in steps of 1 for 10 each,
 * then 1000. The programs add the cost instead of subtracting it.
 */
package org.teleost.envs.pushbox;
