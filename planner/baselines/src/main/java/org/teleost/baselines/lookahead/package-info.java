/**
 * Solvers without a tree: one step of look-ahead on a leaf value, and QMDP (Littman, Cassandra and Kaelbling, "Learning
 * policies for partially observable environments", ICML 1995), which is the same on the value of the fully observable
 * problem. Both see no worth in looking beyond what their leaf value sees.
 */
package org.teleost.baselines.lookahead;
