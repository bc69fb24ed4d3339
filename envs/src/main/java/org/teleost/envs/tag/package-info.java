/**
 * Tag (Pineau, Gordon and Thrun, "Point-based value iteration", IJCAI 2003; with DESPOT's numbers).
 *
 * <p>29 cells: two rows of ten (y = 0, 1) and a block of three columns (x = 5 to 7) by three rows (y = 2 to 4) above
 * them. Cells are numbered row by row from the bottom. State: cells of robot and target, both uniform and independent
 * at the start, so they may coincide.
 *
 * <p>Actions: 0 N, 1 E, 2 S, 3 W, 4 TAG. A move costs 1, also one into a wall, which stays. TAG gives 10 in the
 * target's cell and ends the episode, else it costs 10. Unless tagged, the target then moves by the robot's cell before
 * the step: with probability 0.4 away from it along x and 0.4 along y, split evenly over both directions where the two
 * are aligned on that axis; 0.2, and whatever a wall blocks, stays.
 *
 * <p>Observations: the robot's cell, or 29 when the target is in the same cell. gamma 0.95, 90 steps.
 */
package org.teleost.envs.tag;
