package org.teleost.envs.validation;

/** Stands beside a running case: hears how far it is, and ends it by throwing. */
@FunctionalInterface
public interface CaseMonitor {
    /** Lets a case run to its end. */
    CaseMonitor NONE = (done, total) -> {};

    /**
     * A step is done.
     *
     * @param done of {@code total}, in steps or in time
     */
    void at(double done, double total);

    /** The monitor of a part of the case, which takes the share from {@code from} to {@code to} of all the work. */
    default CaseMonitor part(double from, double to) {
        return (done, total) -> at(from + (to - from) * done / total, 1.0);
    }
}
