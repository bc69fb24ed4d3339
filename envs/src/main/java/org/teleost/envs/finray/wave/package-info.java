/**
 * Offsets that repeat with the root's period and see nothing, and the search of the best: a policy's hardest rivals.
 */
package org.teleost.envs.finray.wave;
