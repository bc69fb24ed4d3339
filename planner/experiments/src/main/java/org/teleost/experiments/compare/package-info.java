/**
 * Solvers against one another: the same instances, worlds, beliefs and seeds, a cell per episode, so that a comparison
 * can be interrupted and continued. Owns what is played and what is told of it; prints and writes nothing itself.
 */
package org.teleost.experiments.compare;
