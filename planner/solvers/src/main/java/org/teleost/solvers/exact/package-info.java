/**
 * Value iteration over whole sets of vectors: the optimal value at every belief, for small problems. May use
 * {@code solvers.policy}, {@code solvers.tabular}, {@code solvers.value} and Hipparchus for linear programs.
 */
package org.teleost.solvers.exact;
