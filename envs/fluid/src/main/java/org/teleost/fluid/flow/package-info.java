/** The flow itself: settings, what is shared, one step, stored states, fields to look at. */
package org.teleost.fluid.flow;
