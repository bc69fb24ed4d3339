/**
 * LaserTag (Somani, Ye, Hsu and Lee, "DESPOT: Online POMDP planning with regularization", NIPS 2013).
 *
 * <p>Tag on 11 x 7 cells of which eight, drawn by the instance's seed, are obstacles; the robot does not know where it
 * is: robot and target start on any pair of free cells. Actions, rewards and the target's flight are those of
 * {@link org.teleost.envs.tag}. Eight laser beams (north and on clockwise) read the distance d to the middle of the
 * cell that stops them (outside, an obstacle, or the target's), in cells, diagonals times sqrt(2), as floor(d - |n|)
 * with n ~ N(0, 2.5^2), at least 0. Seven bits per beam make a 56-bit observation; all bits are set where robot and
 * target share a cell. gamma 0.95; 90 steps.
 *
 * <p>{@code lasertag-noisy} is the problem of LaserTag.jl, on which POMCPOW, PFT-DPW and AdaOPS were measured: robot
 * and target start on any pair of all 77 cells, so perhaps in an obstacle, which they can leave and nobody can enter.
 * DESPOT's program of that name is the same as its LaserTag but for the moves that POMCP prefers.
 */
package org.teleost.envs.lasertag;
