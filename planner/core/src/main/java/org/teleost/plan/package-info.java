/**
 * The facade: settings, budget, planner, decision, and the control session that alternates planning with belief
 * updates. Puts {@code belief}, {@code tree}, {@code search}, {@code backup} and {@code parallel} together and holds no
 * algorithm of its own.
 */
package org.teleost.plan;
