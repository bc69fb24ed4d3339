/**
 * A conformance kit for authors of a {@link org.teleost.model.GenerativeModel}: one call runs every promise that the
 * interface makes against a model and lists what is broken, where, and how to mend it. Owns the checks and the small
 * statistics they need; uses only the model and random packages and the JDK, so it can be called from any test
 * framework.
 *
 * <pre>{@code
 * ModelConformance.check(new MyModel(), ConformanceSettings.defaults()).assertPassed();
 * }</pre>
 */
package org.teleost.conformance;
