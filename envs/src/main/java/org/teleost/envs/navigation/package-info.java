/**
 * Navigation in a partially known map, exactly as it is run here.
 *
 * <p>Map: 13 x 13 cells, row 0 on top. Goal at (row 12, column 6). 31 known obstacles are drawn uniformly without
 * replacement over the 155 cells that are not in row 6 and not the goal (drawn again if they fill row 0). Row 6 is a
 * wall with one gate, in column 3 or 9, each 1/2; the cells above and below the open gate are clear, even where the
 * list of known obstacles has one. Each of the 124 unknown cells holds an obstacle with probability 0.1. The start is
 * uniform over the free cells of row 0 (the cells of that row are drawn again if none is free). The robot knows the
 * list of obstacles and neither gate, unknown cells nor its start; there is no observation before the first action.
 *
 * <p>Actions 0 to 7: NW, N, NE, W, E, SW, S, SE; 8: STAY. A diagonal move between two obstacles is allowed. A move into
 * an obstacle or over the border is blocked: reward -1. Any other move costs 0.1 and stays put with probability 0.03.
 * STAY costs 0.2. Reaching the goal gives +20 (in place of the cost of the move) and ends the episode. Observation: one
 * bit per neighbour in the order of the moves, 1 = obstacle, outside the map 0, each flipped with probability 0.03.
 * gamma 0.983, 60 steps, first reward undiscounted.
 *
 * <p>Randomness: {@code instance(seed)} draws the known obstacles, {@code world(seed)} the rest. The package depends on
 * the core's model, problem, random and plan packages only.
 */
package org.teleost.envs.navigation;
