/**
 * Transitions: the replay buffer and the batches drawn from it, as primitive arrays. Uses {@code random} and the JDK.
 */
package org.teleost.learn.replay;
