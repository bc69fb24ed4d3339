/**
 * LaserTag (Somani, Ye, Hsu and Lee, "DESPOT: Online POMDP planning with regularization", NIPS 2013).
 *
 * <p>Tag on 11 x 7 cells of which eight, drawn by the instance's seed, are obstacles; the robot does not know where it
 * is: robot and target start on any pair of free cells. Actions, rewards and the target's flight are those of
 * {@link org.teleost.envs.tag}. Eight laser beams (north and on clockwise) read the distance d to the wall, obstacle or
 * target, in free cells, diagonals times sqrt(2), as floor(d - |n|) with n ~ N(0, 2.5^2), at least 0. Seven bits per
 * beam make a 56-bit observation; all bits are set where robot and target share a cell. gamma 0.95; 90 steps.
 */
package org.teleost.envs.lasertag;
