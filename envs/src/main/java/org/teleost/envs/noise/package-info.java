/** Noise that several problems share. */
package org.teleost.envs.noise;
