/**
 * Docking by two ranges: a robot in a plane of 20 m x 10 m drives 1 m in one of eight directions (the motion has a
 * deviation of 0.1 m per axis) or tries to dock. Two beacons at (-5, 0) and (5, 0) answer each step with their
 * distances, each with a deviation of 0.3 m; two floats, packed into the 64-bit observation. Docking within 0.5 m of
 * (0, 2) is worth +100, elsewhere -50, and ends the episode; a move costs 1, one beyond the walls 5 and stays. The
 * start is anywhere. gamma 0.98; 60 steps. Nothing but the simulator is given: no leaf value, no proposal.
 */
package org.teleost.envs.docking;
