/**
 * Policies as sets of vectors and as graphs, their values at beliefs, beliefs over a table's states, and their
 * simulation. May use {@code random} and {@code tabular}.
 */
package org.teleost.solvers.policy;
