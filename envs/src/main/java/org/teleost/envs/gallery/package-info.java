/** The list of small benchmark problems that need no code of their own beside the model. */
package org.teleost.envs.gallery;
