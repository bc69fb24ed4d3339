/**
 * Workers: splits a range of episodes or nodes over threads and waits for them, with the same result for any number of
 * threads. Owns every thread of the planner and knows nothing of what they compute. Uses the JDK alone.
 */
package org.teleost.parallel;
