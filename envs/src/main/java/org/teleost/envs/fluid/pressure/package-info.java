/** The pressure equation, solved directly. */
package org.teleost.envs.fluid.pressure;
