/** The staggered grid, how its fields lie in memory, and the values on and beyond the edges of the domain. */
package org.teleost.fluid.grid;
