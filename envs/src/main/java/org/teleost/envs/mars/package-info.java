/**
 * MARS(n, k), multi-agent RockSample with two rovers (Cai, Luo, Hsu and Lee, "HyP-DESPOT", IJRR 2021).
 *
 * <p>Map: n x n cells, y up; starts (0, n/2 + 1) and (0, n/2 - 1); k rocks on distinct cells that are not starts, drawn
 * uniformly in order from the instance's seed (a taken cell is drawn again). Each rock is good with probability 1/2.
 *
 * <p>State: int lane {@code cells} = cell0 | cell1 &lt;&lt; 16 with cell = y n + x, n n once a rover has left; then
 * rock bits, 32 to a lane, set when good.
 *
 * <p>Rover actions: 0 E, 1 N, 2 S, 3 W, 4 SAMPLE, 5 + i SENSE_i; joint action a0 (5 + k) + a1. One step, in this order:
 *
 * <ol>
 *   <li>both move: off the north, south or west side costs 100 and stays; E from x = n - 1 gives 10 and the rover is
 *       gone;
 *   <li>rover 0 samples, then rover 1: good 10, bad -10, the rock is bad afterwards; no rock costs 100;
 *   <li>both sense the rocks as they are then, each reading right with probability (1 + 2^(-d/20)) / 2, d Euclidean.
 * </ol>
 *
 * A gone rover collects nothing and sees nothing, whatever its action; the episode ends when both are gone. Joint
 * observation o0 3 + o1 with 0 NONE, 1 BAD, 2 GOOD; NONE unless the rover senses. gamma 0.983; 90 steps for MARS(20,
 * 20), 600 for MARS(50, 50).
 *
 * <p>isLegal masks, per rover, moves off the grid and samples without a rock, which are never optimal, and leaves a
 * gone rover the single action E; step still implements them all.
 *
 * <p>History lanes: {@code knownCell0}, {@code knownCell1} and per rock the log-odds of being good given the history,
 * -99 or 99 when known. Every reading concerns one rock, so rocks stay independent and these marginals are the exact
 * belief.
 */
package org.teleost.envs.mars;
