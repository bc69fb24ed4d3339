/**
 * The crying baby (Kochenderfer, "Decision making under uncertainty", MIT Press 2015; numbers of POMDPModels.jl).
 *
 * <p>State: sated (0, at the start) or hungry (1). Actions: wait, feed. Feeding costs 5, and a baby that is hungry
 * before the step costs 10. A fed baby is sated; an unfed hungry one stays hungry; an unfed sated one becomes hungry
 * with probability 0.1. Observations: quiet, crying; after the step a hungry baby cries with probability 0.8, a sated
 * one with 0.1. The episode never ends. gamma 0.9, 100 steps. The optimal value of the start is -16.305.
 */
package org.teleost.envs.baby;
