/**
 * Settings that explain themselves: a key is declared once, as a field of a builder with its
 * {@link org.teleost.settings.Key}, and everything else (checks, copies, messages, help, documents) is read from there.
 * The choices that the planner's settings offer are here too. Uses the JDK only.
 */
package org.teleost.settings;
