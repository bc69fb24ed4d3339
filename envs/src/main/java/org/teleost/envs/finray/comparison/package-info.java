/** Learned controls and the best sinusoids on equal terms: contestants, their scores on several grids, their scenes. */
package org.teleost.envs.finray.comparison;
