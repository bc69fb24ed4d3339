/**
 * SubHunt (Sunberg and Kochenderfer, "Online algorithms for POMDPs with continuous state, action, and observation
 * spaces", ICAPS 2018; numbers of SubHunt.jl).
 *
 * <p>A submarine looks for another one on 20 x 20 cells (x, y from 0 to 19). State: own cell, the target's cell, the
 * side that it crosses to (0 N, 1 E, 2 S, 3 W) and whether it is aware of us. We start at (9, 9), it on the side
 * opposite to its goal, at any of the 20 cells there, unaware; the goal is any of the four sides.
 *
 * <p>Actions: 0 N, 1 E, 2 S, 3 W move three cells, clamped to the field; 4 PING makes the target aware; 5 ENGAGE, with
 * the target within a distance of 2 before it moves, kills it for sure, or with probability 0.6 when it is aware: +100
 * and the end. All else is worth 0. The target then moves two cells ahead (probability 1/2), or one ahead and one to
 * its left or right (1/4 each), clamped; when it reaches its side the episode ends.
 *
 * <p>Observation: eight beams of 45 degrees ({@link org.teleost.envs.beams.Beams}), after the moves. Let d be the
 * distance. PING reads N(d, 0.5^2) in the target's beam and N(20, 0.5^2) in the others. Any other action reads N(3,
 * 5^2) in every beam, but N(d, 0.5^2) in the target's where d is at most 3. A reading is known by its bin of width 0.2
 * from -17 on, 8 bits each; its likelihood is the probability of the bin. A bin is 0.4 of the smallest deviation and
 * costs 1.3 % of the readings' Fisher information. gamma 0.99, 100 steps.
 */
package org.teleost.envs.subhunt;
