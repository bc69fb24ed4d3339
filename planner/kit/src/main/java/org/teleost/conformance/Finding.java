package org.teleost.conformance;

/**
 * One thing that a check noticed.
 *
 * @param check name of the check, for example {@code step}
 * @param severity what it means for the model
 * @param message the values, the place and a way out
 */
public record Finding(String check, Severity severity, String message) {

    /** What a finding means. */
    public enum Severity {
        /** The model breaks its contract; plans made with it can't be trusted. */
        ERROR,
        /** Legal, but seldom meant. */
        WARNING,
        /** A measurement worth knowing, or a check that could not run. */
        INFO
    }

    @Override
    public String toString() {
        return severity + " [" + check + "] " + message;
    }
}
