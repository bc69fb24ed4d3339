/** Offsets that follow a sinusoid, and the search of the best of them on a grid: the baseline of a learned control. */
package org.teleost.envs.finray.sinusoid;
