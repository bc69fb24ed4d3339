/** Chain and flow solved together in one small linear system per step. */
package org.teleost.fluid.coupling;
