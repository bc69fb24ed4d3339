package org.teleost.solvers.factored;

/**
 * A variable in one place of a step: the state before it, the action, the state after it, or the observation.
 *
 * @param index number of the variable among those of its role
 */
public record Slot(Time time, int index) {

    /** Places of a step. */
    public enum Time {
        BEFORE(0),
        ACTION(1),
        AFTER(2),
        OBSERVATION(3);

        final int place;

        Time(int place) {
            this.place = place;
        }
    }
}
