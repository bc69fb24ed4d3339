/** The explicit half of a step: convection, diffusion and the gradient of the old pressure. */
package org.teleost.fluid.advection;
