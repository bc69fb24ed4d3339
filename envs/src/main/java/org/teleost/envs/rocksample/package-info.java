/**
 * RockSample(n, k) (Smith and Simmons, "Heuristic search value iteration for POMDPs", UAI 2004; with DESPOT's numbers).
 *
 * <p>State: int lane {@code cell} = y n + x of the robot, y up, n n once it has left; int lane {@code rocks}, bit i set
 * when rock i is good. Start: the map's start cell; each rock good with probability 1/2, independently.
 *
 * <p>Actions: 0 N, 1 E, 2 S, 3 W, 4 SAMPLE, 5 + i SENSE_i. Moves are certain. A move off the north, south or west side
 * costs 100 and stays; EAST from x = n - 1 gives 10 and ends the episode. SAMPLE on a rock gives 10 when it is good and
 * -10 when it is bad, and the rock is bad afterwards; where no rock is it costs 100. All else gives 0. Moves off the
 * grid and samples without a rock are masked by isLegal, because they are never optimal; step still charges them.
 *
 * <p>Observations: 0 NONE, 1 BAD, 2 GOOD; NONE unless the action senses. Sensing rock i at Euclidean distance d is
 * right with probability (1 + 2^(-d/20)) / 2. gamma 0.95, 90 steps.
 *
 * <p>History lanes: {@code knownCell}, and per rock the log-odds of being good given the history, -99 or 99 when known.
 * Every reading concerns one rock, so rocks stay independent and these marginals are the exact belief.
 */
package org.teleost.envs.rocksample;
