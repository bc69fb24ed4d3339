/**
 * Exact values of simple policies and of the fully observed problem by linear algebra, and bounds that need no search:
 * QMDP, the fast informed bound, blind policies. May use {@code policy} and {@code tabular}.
 */
package org.teleost.solvers.value;
