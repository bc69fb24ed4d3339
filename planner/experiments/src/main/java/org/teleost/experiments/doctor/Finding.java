package org.teleost.experiments.doctor;

/**
 * One thing that was looked at.
 *
 * @param advice what to do about it; empty when all is well
 */
public record Finding(String name, Level level, String value, String advice) {
    /** How much it matters. */
    public enum Level {
        OK,
        /** Planning works but may be slow or late. */
        WARNING,
        /** Planning does not work. */
        PROBLEM
    }

    public static Finding ok(String name, String value) {
        return new Finding(name, Level.OK, value, "");
    }

    static Finding warning(String name, String value, String advice) {
        return new Finding(name, Level.WARNING, value, advice);
    }

    public static Finding problem(String name, String value, String advice) {
        return new Finding(name, Level.PROBLEM, value, advice);
    }
}
