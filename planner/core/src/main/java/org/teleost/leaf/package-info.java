/**
 * What an episode is still worth where it stops: the model's word, a rollout, or the value of the fully observable
 * problem, enumerated or learned. May use {@code random} and {@code model}; knows neither tree nor belief.
 */
package org.teleost.leaf;
