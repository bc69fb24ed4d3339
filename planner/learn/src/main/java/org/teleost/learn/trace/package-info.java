/**
 * Records of control episodes: connects the environment interface to the trace format of the planner's core. Needs no
 * ND4J.
 */
package org.teleost.learn.trace;
