/** The pressure equation, solved directly. */
package org.teleost.fluid.pressure;
