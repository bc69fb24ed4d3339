/**
 * Named problems for the command line and for benchmarks: an instance drawn from a seed, the world that hides the
 * truth, and the service interface through which a third party adds its own. May use {@code model}, {@code belief} and
 * {@code plan}; the planner itself never looks here.
 */
package org.teleost.problem;
