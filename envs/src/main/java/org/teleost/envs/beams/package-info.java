/**
 * Noisy readings sorted into 256 bins, so that eight of them fit a 64-bit observation: the bins, the exact probability
 * of each under a normal law, and the eight sectors of 45 degrees that beams of the gallery's problems cover.
 */
package org.teleost.envs.beams;
