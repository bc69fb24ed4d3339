/**
 * Exact answers for small problems, written independently of the planner and of the environments: expectimax bounds, a
 * point-based solver, Tiger by value iteration, rock marginals by Bayes' rule.
 */
package org.teleost.oracle;
