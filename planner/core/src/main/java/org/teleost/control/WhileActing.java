package org.teleost.control;

/** What a session does between a decision and what is observed after it. */
public enum WhileActing {
    /** Nothing: the cores are left to others. */
    REST,
    /** It goes on planning for the likely observations, on half of the planner's threads. */
    PLAN_ON_HALF,
    /** The same on all of the planner's threads. */
    PLAN;

    /** Threads that may plan, of so many. */
    int workers(int threads) {
        return this == PLAN ? threads : this == PLAN_ON_HALF ? Math.max(1, threads / 2) : 0;
    }
}
