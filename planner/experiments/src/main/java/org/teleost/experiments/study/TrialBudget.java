package org.teleost.experiments.study;

import java.util.Locale;

/**
 * When a trial ends.
 *
 * @param steps transitions after which it ends, 0 for an end by the clock
 * @param seconds training time after which it ends, 0 for an end by transitions
 */
public record TrialBudget(long steps, double seconds) {

    /** @throws IllegalArgumentException unless exactly one is positive and finite */
    public TrialBudget {
        boolean sound = steps >= 0 && seconds >= 0 && Double.isFinite(seconds) && (steps > 0) != (seconds > 0);
        if (!sound) {
            throw new IllegalArgumentException(
                    "budget steps=" + steps + " seconds=" + seconds + "; exactly one must be positive");
        }
    }

    public static TrialBudget ofSteps(long steps) {
        return new TrialBudget(steps, 0);
    }

    public static TrialBudget ofSeconds(double seconds) {
        return new TrialBudget(0, seconds);
    }

    boolean isSteps() {
        return steps > 0;
    }

    /** The share of the budget that is used up. */
    double used(long stepsDone, double secondsPassed) {
        return isSteps() ? (double) stepsDone / steps : secondsPassed / seconds;
    }

    /** For people and file names, for example {@code 60s} or {@code 20000steps}. */
    public String text() {
        return isSteps() ? steps + "steps" : String.format(Locale.ROOT, "%ss", plain(seconds));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
