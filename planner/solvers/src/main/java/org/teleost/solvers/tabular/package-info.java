/**
 * Finite POMDPs as sparse tables: transitions, observations, rewards with up to four indexes, and the simulator of such
 * a table. Owns the limits of what is held as a table. May use {@code random} and {@code model}.
 */
package org.teleost.solvers.tabular;
