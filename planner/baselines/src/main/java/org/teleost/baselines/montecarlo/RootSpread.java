package org.teleost.baselines.montecarlo;

import java.util.Arrays;
import org.teleost.baselines.frame.RootActions;

/** Mean and spread of the returns by the root's action, for the intervals that a decision shows. */
final class RootSpread {
    private final long[] count;
    private final double[] mean;
    private final double[] squares;

    RootSpread(int actionCount) {
        count = new long[actionCount];
        mean = new double[actionCount];
        squares = new double[actionCount];
    }

    void clear() {
        Arrays.fill(count, 0);
        Arrays.fill(mean, 0.0);
        Arrays.fill(squares, 0.0);
    }

    void add(int action, double episodeReturn) {
        double difference = episodeReturn - mean[action];
        mean[action] += difference / ++count[action];
        squares[action] += difference * (episodeReturn - mean[action]);
    }

    void tell(ActionTable table, int node, RootActions root) {
        int first = table.firstSlot(node);
        for (int slot = first; slot < first + table.slotCount(node); slot++) {
            int action = table.actionOf(slot);
            if (table.visitsOfSlot(slot) > 0) {
                root.set(action, table.visitsOfSlot(slot), table.valueOfSlot(slot), squares[action]);
            }
        }
    }
}
