package org.teleost.baselines.frame;

import org.teleost.plan.Budget;

/**
 * Says when a decision's budget is spent. A time limit keeps a margin for the answer and for the longest piece so far.
 */
public final class StopClock {
    private static final long MARGIN_NANOS = 40_000;

    /** Longest pieces of work beyond this belong to a lost core, not to the solver. */
    private static final long LONGEST_PIECE = 300_000;

    private long deadline;
    private long limit;
    private long episodes;
    private long last;
    private long longest;
    private boolean timed;

    /**
     * Begins a decision.
     *
     * @throws IllegalArgumentException for a budget that limits passes alone, which only the planner has
     */
    void start(long now, Budget budget) {
        if (!budget.timed() && budget.episodes() == Long.MAX_VALUE) {
            throw new IllegalArgumentException("budget " + budget.text()
                    + " counts passes, which this solver does not have; give time or episodes, for example 100ms");
        }
        timed = budget.timed();
        deadline = timed ? now + budget.nanos() - MARGIN_NANOS : Long.MAX_VALUE;
        limit = budget.episodes();
        episodes = 0;
        last = now;
        // forgets slowly what delayed one piece of an earlier decision
        longest -= longest / 8;
    }

    /** Whether another piece of work may begin; true for the first one, so that there is an answer. */
    public boolean goesOn() {
        if (episodes >= limit) {
            return false;
        }
        if (!timed) {
            return true;
        }
        long now = System.nanoTime();
        if (episodes > 0) {
            longest = Math.max(longest, Math.min(LONGEST_PIECE, now - last));
        }
        last = now;
        return episodes == 0 || now + longest < deadline;
    }

    /** Whether the time is up, for a look inside a piece of work. */
    public boolean isLate() {
        return timed && System.nanoTime() >= deadline;
    }

    /** Episodes that may still be counted, {@link Long#MAX_VALUE} where time alone is limited. */
    public long remaining() {
        return limit == Long.MAX_VALUE ? limit : Math.max(0, limit - episodes);
    }

    /** Counts simulated episodes. */
    public void count(long more) {
        episodes += more;
    }

    /** Episodes so far. */
    public long episodes() {
        return episodes;
    }
}
