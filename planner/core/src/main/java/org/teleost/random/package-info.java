/**
 * Counter-based random streams: the only source of randomness, always passed as an argument, so that a result is a
 * function of its seed and not of threads or time; and the elementary functions that decide draws, with the same bits
 * on every machine. Uses the JDK alone.
 */
package org.teleost.random;
