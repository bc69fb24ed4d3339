package org.teleost.plan;

/** Sizes of the passes: geometric growth, so that early passes are many and small and late ones average well. */
public final class PassSchedule {
    private final int first;
    private final double growth;
    private final int largest;

    public PassSchedule(PlannerSettings settings) {
        this(settings, settings.firstPassEpisodes());
    }

    /** The same with passes of {@code first} episodes at the beginning. */
    PassSchedule(PlannerSettings settings, int first) {
        this.first = first;
        growth = settings.passGrowth();
        largest = settings.maxPassEpisodes();
    }

    /** Episodes of the next pass after {@code done} episodes of at most {@code limit}. */
    public int size(long done, long limit) {
        long wanted = Math.max(first, (long) Math.min(largest, growth * done));
        return (int) Math.min(wanted, limit - done);
    }
}
