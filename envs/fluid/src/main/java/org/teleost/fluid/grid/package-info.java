/**
 * The staggered grid, how its fields lie in memory, the values on and beyond the edges of the domain; what an explicit
 * step can carry, and the two ways of saying no: a set-up that cannot work, a run that went wrong.
 */
package org.teleost.fluid.grid;
