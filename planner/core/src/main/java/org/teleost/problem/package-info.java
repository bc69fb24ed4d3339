/**
 * Named problems for the command line and for benchmarks, and the service interfaces through which a third party adds
 * its own. To plan: a {@code Problem}, an instance drawn from a seed, the world that hides the truth. To control: a
 * {@code ControlProblem} with its {@code Environment} of continuous observations and actions, an episode at a time, and
 * the signals that a record may show. May use {@code model}, {@code belief} and {@code plan}; the planner itself never
 * looks here.
 */
package org.teleost.problem;
