/**
 * The particle belief and its update over one real step: propagate, weigh, resample, and judge the result's health.
 * Knows nothing of the tree, the search or the backup. May use {@code random} and {@code model}.
 */
package org.teleost.belief;
