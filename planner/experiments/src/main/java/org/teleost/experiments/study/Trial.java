package org.teleost.experiments.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teleost.learn.apt.CollectionMode;

/**
 * One training run of a study.
 *
 * @param cost times that a step of the environment costs, 1 to 100000
 * @param straggler times that one of the environments is slower than the others, 1 for none, to 1000
 */
public record Trial(CollectionMode mode, int cost, int straggler, TrialBudget budget, long seed) {
    private static final int LARGEST_COST = 100_000;
    private static final int LARGEST_STRAGGLER = 1000;

    /** @throws IllegalArgumentException if a factor is outside its range, or the mode has nobody to wait for it */
    public Trial {
        if (cost < 1 || cost > LARGEST_COST) {
            throw new IllegalArgumentException("cost=" + cost + "; allowed range 1 to " + LARGEST_COST);
        }
        if (straggler < 1 || straggler > LARGEST_STRAGGLER) {
            throw new IllegalArgumentException(
                    "straggler=" + straggler + "; allowed range 1 (none) to " + LARGEST_STRAGGLER);
        }
        if (straggler > 1 && mode == CollectionMode.SYNC_1) {
            throw new IllegalArgumentException("straggler=" + straggler + " in mode sync-1, which has one actor");
        }
    }

    /** For people, file names and the command line: {@code sync-n}. */
    public static String text(CollectionMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Names its file. */
    String name() {
        return group() + "-seed" + seed;
    }

    /** The name without the seed. */
    String group() {
        return text(mode) + "-cost" + cost + (straggler > 1 ? "-straggler" + straggler : "") + "-" + budget.text();
    }

    /**
     * All trials, in an order that gives each mode its turn before the next cost or seed: what changes on the machine
     * in the course of a long study meets all modes.
     *
     * @param straggler factor of the additional trials with a straggler, in modes with several actors; 1 for none
     */
    public static List<Trial> grid(
            List<CollectionMode> modes,
            List<Integer> costs,
            int straggler,
            List<TrialBudget> budgets,
            List<Long> seeds) {
        List<Trial> trials = new ArrayList<>();
        for (long seed : seeds) {
            for (int cost : costs) {
                for (TrialBudget budget : budgets) {
                    modes.forEach(mode -> trials.add(new Trial(mode, cost, 1, budget, seed)));
                    modes.stream()
                            .filter(mode -> straggler > 1 && mode != CollectionMode.SYNC_1)
                            .forEach(mode -> trials.add(new Trial(mode, cost, straggler, budget, seed)));
                }
            }
        }
        return trials;
    }
}
