/** The fin ray's experiments: the grid of sinusoids, and learned controls against the best of them. */
package org.teleost.envs.finray.experiment;
