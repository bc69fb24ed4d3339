/**
 * What a problem looks like to the planner: a {@link org.teleost.model.GenerativeModel} that simulates one state at a
 * time, and the flat lanes that states live in. A model is an immutable description shared by all threads; scratch
 * belongs to the caller. May use {@code random}.
 */
package org.teleost.model;
