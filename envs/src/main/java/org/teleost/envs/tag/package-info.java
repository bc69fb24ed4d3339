/**
 * Tag (Pineau, Gordon and Thrun, "Point-based value iteration", IJCAI 2003).
 *
 * <p>A robot chases a target on 29 cells: two rows of ten and, above their cells 5 to 7, three rows of three. Both
 * start on any cell, independently. Actions: north, east, south, west (reward -1; into a wall: stay) and tag (+10 and
 * the end where the target is on the robot's cell, else -10). The target moves away from the robot's old cell: 0.4
 * along x, 0.4 along y (0.2 each way where it is level with the robot), 0.2 stay; a blocked move is a stay. The robot
 * sees its own cell, and the target only on the same cell. gamma 0.95; 90 steps. The optimum is about -5.96.
 */
package org.teleost.envs.tag;
