/**
 * Point-based value iteration over a growing set of beliefs. May use {@code policy}, {@code tabular} and {@code value}.
 */
package org.teleost.solvers.pbvi;
