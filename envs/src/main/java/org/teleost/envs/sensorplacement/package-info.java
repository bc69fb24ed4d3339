/**
 * SensorPlacement (Hoerger, Kurniawati, Kroese and Ye, "Adaptive discretization using Voronoi trees for continuous
 * POMDPs", IJRR 2023; numbers of ADVT's and LCEOPT's programs).
 *
 * <p>An arm of D joints and links of length 1, the last of 1.0625, has to place a sensor on a wall. The joints turn
 * about z, y, y, z, z, y of the link before them, further ones about z; they start at 0, -1.57, 1.57 and 0 for all
 * others, each plus a uniform number from -0.075 to 0.075. The action turns each joint by -0.5 to 0.5, exactly.
 *
 * <p>The sensor's place is (D - 0.775, 0, 1.5) on the wall x = D - 0.775. A step costs 1. The arm's end more than 0.1
 * behind the wall costs 500 and ends the episode; else its end within 0.15 of the place gives 1000 and ends it.
 *
 * <p>Observation: with the arm's end less than 0.15 from the wall its quadrant, 1 for y &lt; 0 and z &gt; 1.5, 2 for y
 * &lt; 0 below, 3 and 4 likewise for other y; else 0. gamma 0.95, 50 steps. (The papers' text has a start noise of 0.1
 * and joint noise N(0, 1e-3); the programs, whose values are published, have the numbers above.)
 *
 * <p>The leaf value is the programs' value of the deterministic world: the distance d from the arm's end to the place
 * in steps of 1, each for 1, then 1000, of which one step is not discounted: -(1 - gamma^d) / (1 - gamma) + 1000
 * gamma^(d - 1). The programs add the cost instead of subtracting it.
 */
package org.teleost.envs.sensorplacement;
