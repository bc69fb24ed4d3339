/**
 * Pocman (Silver and Veness, "Monte-Carlo planning in large POMDPs", NIPS 2010; numbers and rules of POMCP's and
 * DESPOT's programs).
 *
 * <p>A maze of 17 x 19 cells, y up; {@link org.teleost.envs.pocman.Maze} has the map. The passage at y = 10 joins x = 0
 * and x = 16. Pocman starts at (8, 6), four ghosts at (8, 10), (9, 10), (8, 11), (9, 11); each of the four power pills
 * is there, every other food place holds food with probability 1/2.
 *
 * <p>Actions: 0 N, 1 E, 2 S, 3 W. A step costs 1, and 25 more into a wall, which stays. Then the pill's power goes down
 * by one, and the ghosts move one after the other. A ghost fewer than 6 cells (Manhattan) away from pocman chases with
 * probability 0.75: of the ways that are open and not back it takes the one whose axis brings it nearest, W before S
 * before E before N when equal; under the pill's power it flees instead, likewise by the largest distance of its axis,
 * if that is not negative, except that a ghost with a heading rests with probability 1/4 and forgets the heading. A
 * ghost that neither chases nor flees goes on in any open direction but back. A ghost that has chased or fled has no
 * heading, so for it no way is back; that is how the public programs behave.
 *
 * <p>A ghost that meets pocman before or after its move ends the episode for -100, or under power is eaten for 25 and
 * sent to (8, 10); if several meet it, the last. Food gives 10, a power pill also 15 steps of power; the last food ends
 * the episode for 1000 instead of 10.
 *
 * <p>Observation, 10 bits, after the moves and before eating: 0 to 3 a ghost in sight N, E, S, W; 4 to 7 no wall N, E,
 * S, W; 8 food in the 3 x 3 cells around; 9 a ghost within Manhattan distance 2. The public programs' likelihood looks
 * at the food after eating, so it calls the true state impossible when pocman eats the only food that it smells; here
 * it is that of the observation, for which a lane remembers whether food was eaten. gamma 0.95, 90 steps.
 */
package org.teleost.envs.pocman;
