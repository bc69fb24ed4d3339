/**
 * What the explicit step can carry, and the two ways of saying no: a set-up that cannot work, a run that went wrong.
 */
package org.teleost.fluid.limit;
