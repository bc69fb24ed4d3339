package org.teleost.plan;

import java.util.Optional;

/**
 * Notices a step of the model that does not return, from a thread beside those that plan. Costs them nothing; the
 * watching thread calls {@link #look} every now and then. Belongs to one thread.
 */
public final class StepWatch {
    private final PlanningEngine engine;
    private final long[] steps;
    private final long[] seen;
    private final long[] since;

    StepWatch(PlanningEngine engine) {
        this.engine = engine;
        steps = new long[engine.workers()];
        seen = new long[steps.length];
        since = new long[steps.length];
    }

    /**
     * The step, in words, that a worker has been in since an earlier look at least {@code nanos} ago; empty if there is
     * none.
     *
     * @param now {@link System#nanoTime}
     */
    public Optional<String> look(long now, long nanos) {
        engine.stepsByNow(steps);
        for (int worker = 0; worker < steps.length; worker++) {
            boolean inside = (steps[worker] & 1) != 0;
            if (!inside || steps[worker] != seen[worker]) {
                seen[worker] = steps[worker];
                since[worker] = now;
            } else if (now - since[worker] >= nanos) {
                return Optional.of(engine.stepText(worker));
            }
        }
        return Optional.empty();
    }
}
