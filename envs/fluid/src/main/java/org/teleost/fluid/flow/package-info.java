/**
 * The flow: settings, one step, stored states, fields to look at. A step is explicit first ({@link MomentumStep}:
 * convection, diffusion and the gradient of the old pressure), then projected by a direct solve ({@link Projection}),
 * on threads that share rows or columns with the same bits for any number of them ({@link RowTeam}).
 */
package org.teleost.fluid.flow;
