/**
 * ContTag (Hoerger, Kurniawati, Kroese and Ye, "A surprisingly simple continuous-action POMDP solver: lazy
 * cross-entropy search over policy trees", AAAI 2024; numbers of LCEOPT's program).
 *
 * <p>Tag in the plane: free are the cells of two rows of ten (y from 0 to 2) and a block of three columns (x from 5 to
 * 8) by three rows above them. The robot starts anywhere in them, at a place that the instance's seed draws and that is
 * known, with heading 0; the target anywhere, not known.
 *
 * <p>The action is two numbers from 0 to 1. Above 0.5 the second tags: within a distance of 1 the target is caught, +10
 * and the end; else it costs 10. Otherwise the robot turns by 2 pi u - pi, u the first, and moves 1 that way for -1;
 * where that leads off the free cells, neither place nor heading changes. The target, unless caught, moves 1 away from
 * where the robot was, off by a normal angle of deviation pi / 8 cut off at one deviation, and stays where that leads
 * off.
 *
 * <p>Observation: whether the target is seen, with probability 1 - |beta| / pi at a bearing beta from the heading of
 * less than a right angle, else never. The program has beta instead of |beta|, so what it calls a probability exceeds 1
 * on one side; the values published for it are not comparable. gamma 0.95, 90 steps.
 */
package org.teleost.envs.conttag;
