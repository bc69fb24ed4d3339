/**
 * POMDPs whose states, actions and observations are tuples of variables, with a table per variable, and their joint
 * table. May use {@code tabular}.
 */
package org.teleost.solvers.factored;
