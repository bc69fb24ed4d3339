/**
 * The analytic half of a planning pass: values, action values and preferences, level by level, deepest first. The only
 * writer of preferences. May use {@code tree} and the elementary functions of {@code random}; draws no random numbers
 * and simulates nothing.
 */
package org.teleost.backup;
