package org.teleost.control;

import org.teleost.plan.Decision;

/**
 * What a robot does when there is no plan in time: brake, hold, keep course. Called on the thread that asked for the
 * decision, at its deadline, so it must return at once; it may not look at the belief, which may be in the middle of an
 * update.
 */
@FunctionalInterface
public interface Fallback {

    /**
     * Chooses an action.
     *
     * @param reason why there is no plan, in words
     * @param out the action is set here, and its coordinates where actions are continuous; everything else is empty
     */
    void choose(String reason, Decision out);

    /** Always the same action. */
    static Fallback action(int action) {
        return (reason, out) -> out.action = action;
    }

    /** Always the same action of a box. */
    static Fallback lanes(float... coordinates) {
        float[] copy = coordinates.clone();
        return (reason, out) -> {
            out.action = 0;
            System.arraycopy(copy, 0, out.lanes, 0, out.lanes.length);
        };
    }
}
