/**
 * Solvers without a tree: one step of look-ahead on a leaf value, and QMDP (Littman, Cassandra and Kaelbling, "Learning
 * policies for partially observable environments", ICML 1995), which is the same on the value of the fully observable
 * problem, see no worth in looking beyond what their leaf value sees; another counts what an observation tells; and
 * where actions are points of a box there is the cross-entropy method (Rubinstein, "The cross-entropy method for
 * combinatorial and continuous optimization", 1999) over open-loop plans.
 */
package org.teleost.baselines.lookahead;
