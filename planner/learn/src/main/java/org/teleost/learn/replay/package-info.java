/** Transitions: the replay buffer and the batches drawn from it, as primitive arrays. */
package org.teleost.learn.replay;
