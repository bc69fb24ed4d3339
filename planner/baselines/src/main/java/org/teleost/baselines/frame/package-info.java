/**
 * What all baselines share: the deadline, draws from the belief, leaf values, the simulator with its checks, and the
 * answer. Every solver here gets the leaf values and rollouts that the planner would take for the same model.
 */
package org.teleost.baselines.frame;
