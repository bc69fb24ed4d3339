/**
 * A problem file as a problem of the command line and the planner. May use every other package of the module, and the
 * core's {@code problem}.
 */
package org.teleost.solvers.problem;
