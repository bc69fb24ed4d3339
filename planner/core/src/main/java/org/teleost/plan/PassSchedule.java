package org.teleost.plan;

/** Sizes of the passes: geometric growth, so that early passes are many and small and late ones average well. */
public final class PassSchedule {
    private static final int FIRST_OF_BOX = 32;
    private static final double GROWTH_OF_BOX = 0.02;

    private final int first;
    private final double growth;
    private final int largest;

    public PassSchedule(PlannerSettings settings) {
        this(settings, settings.firstPassEpisodes(), settings.passGrowth());
    }

    private PassSchedule(PlannerSettings settings, int first, double growth) {
        this.first = first;
        this.growth = growth;
        largest = settings.maxPassEpisodes();
    }

    /**
     * For actions that are points of a box. In the first pass every episode samples an action of its own: few, so that
     * the later ones can be better. What a pass samples has children in the next: many passes, so that the tree gets
     * deep.
     */
    static PassSchedule ofBox(PlannerSettings settings) {
        return new PassSchedule(
                settings,
                Math.min(settings.firstPassEpisodes(), FIRST_OF_BOX),
                Math.min(settings.passGrowth(), GROWTH_OF_BOX));
    }

    /** Episodes of the next pass after {@code done} episodes of at most {@code limit}. */
    public int size(long done, long limit) {
        long wanted = Math.max(first, (long) Math.min(largest, growth * done));
        return (int) Math.min(wanted, limit - done);
    }
}
