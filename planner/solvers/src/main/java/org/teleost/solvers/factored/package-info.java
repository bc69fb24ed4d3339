/**
 * POMDPs whose states, actions and observations are tuples of variables, with a table per variable: their simulator and
 * their joint table. May use {@code tabular}, and the core's {@code model} and {@code random}.
 */
package org.teleost.solvers.factored;
