/**
 * What a problem looks like to the planner: a {@link org.teleost.model.GenerativeModel} that simulates one state at a
 * time, the flat lanes that states live in, and the model's twin for a device ({@link org.teleost.model.DeviceModel}).
 * A model is an immutable description shared by all threads; scratch belongs to the caller. May use {@code random}.
 */
package org.teleost.model;
