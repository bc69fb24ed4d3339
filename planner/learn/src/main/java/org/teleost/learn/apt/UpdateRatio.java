package org.teleost.learn.apt;

/**
 * Updates per environment step, counted from the end of the warm-up: the update-to-data ratio.
 *
 * <p>Collection in turns with the learner keeps {@code target} exactly. Asynchronous collection lets the ratio float:
 * with a fast learner it rises to {@code maximum}, where the learner waits for transitions; with a slow one it falls to
 * {@code minimum}, where transitions are left in the hand-over and, once that is full, the actors wait. Updates per
 * step beyond {@code target} are done in time that the learner would otherwise spend waiting.
 *
 * @param target ratio in lock-step and synchronous modes
 * @param minimum smallest ratio in asynchronous mode; 0 never pauses collection
 * @param maximum largest ratio in asynchronous mode
 */
public record UpdateRatio(double target, double minimum, double maximum) {

    /** @throws IllegalArgumentException unless 0 <= minimum <= target <= maximum <= 1000 and target is positive */
    public UpdateRatio {
        if (!(minimum >= 0.0 && minimum <= target && target > 0.0 && target <= maximum && maximum <= 1000.0)) {
            throw new IllegalArgumentException("updates per step are out of order: minimum=" + minimum + " target="
                    + target + " maximum=" + maximum + "; needs 0 <= minimum <= target <= maximum <= 1000, target > 0");
        }
    }

    /** The same ratio in all modes. */
    public static UpdateRatio exactly(double target) {
        return new UpdateRatio(target, target, target);
    }

    /** True if one more update keeps the ratio at or below {@link #maximum}. */
    boolean allowsUpdate(long stepsAfterWarmUp, long updates) {
        return updates + 1.0 <= maximum * stepsAfterWarmUp;
    }

    /**
     * True if the updates done are enough, up to a fraction of an update, for one more step. Whenever no update is
     * allowed this is true, so the learner always has something to do or to wait for.
     */
    boolean allowsStep(long stepsAfterWarmUp, long updates) {
        return updates >= Math.floor(minimum * stepsAfterWarmUp);
    }
}
