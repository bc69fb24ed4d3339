/**
 * Networks of dense layers with hand-written gradients. All memory is allocated once, in ND4J arrays for the matrix
 * products and in Java arrays beside them for everything element by element; one update allocates nothing. May use
 * {@code policy} (activations) and {@code random}.
 */
package org.teleost.learn.network;
