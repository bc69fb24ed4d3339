/**
 * A robot's loop of deciding, acting and observing: the control session that keeps its deadlines whatever the model
 * does, what it does about observations that are missing, late or impossible, and saving it in the middle. Holds no
 * algorithm of planning and none of filtering.
 */
package org.teleost.control;
