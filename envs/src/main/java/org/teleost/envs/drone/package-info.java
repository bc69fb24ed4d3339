/**
 * Drone surveillance (numbers of DroneSurveillance.jl, quadrant camera).
 *
 * <p>A 5 by 5 grid with region A at (0, 0) and region B at (4, 4). State: the drone's cell, the ground agent's cell.
 * The drone starts at A, the agent uniform over the cells with x of at least 2 or y of at least 2, B included; all
 * 0-based, cell = 5 y + x. Actions: 0 N, 1 E, 2 S, 3 W, 4 hover; the drone moves for sure, and leaving the grid ends
 * the episode. The agent moves uniformly among staying and those neighbouring cells that are on the grid and neither A
 * nor B.
 *
 * <p>The reward is for the state before the step: -1 with the drone in the agent's cell, which ends the episode, else 1
 * with the drone at B, each time anew.
 *
 * <p>Observations: the agent's place within the 3 by 3 cells around the drone, in four quadrants 0 SW, 1 NW, 2 NE, 3
 * SE, 4 below the drone, 5 out of view. Corners are exact; the cell north of the drone shows NW or NE, and so on, 1/2
 * each. gamma 0.95, 100 steps. The optimal value of the start is 11.65.
 */
package org.teleost.envs.drone;
