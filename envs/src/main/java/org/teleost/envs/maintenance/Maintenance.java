package org.teleost.envs.maintenance;

import java.util.List;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** Maintenance of one machine; the package description is the exact definition. */
public final class Maintenance implements GenerativeModel {
    /** Actions. */
    public static final int OPERATE = 0;

    public static final int INSPECT = 1;
    public static final int REPAIR = 2;
    public static final int REPLACE = 3;

    static final int BROKEN = 3;
    private static final double DISCOUNT = 0.95;
    private static final double[] EARNS = {10.0, 9.0, 5.0, -20.0};
    private static final double[] WEARS = {0.15, 0.2, 0.25, 0.0};
    private static final double[] GOOD_PRODUCT = {0.95, 0.85, 0.6, 0.05};
    private static final double INSPECT_REWARD = -2.0;
    private static final double REPAIR_REWARD = -15.0;
    private static final double REPLACE_REWARD = -60.0;
    private static final double READS_RIGHT = 0.8;
    private static final double REPAIRS = 0.8;

    private final StateLayout layout = StateLayout.ofInts("wear");

    @Override
    public String name() {
        return "maintenance";
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return 4;
    }

    @Override
    public long observationCount() {
        return BROKEN + 1;
    }

    @Override
    public double discount() {
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = 0;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int wear = state.ints[0];
        if (action == OPERATE) {
            int worn = stream.nextBoolean(WEARS[wear]) ? wear + 1 : wear;
            state.ints[0] = worn;
            out.set(EARNS[wear], stream.nextBoolean(GOOD_PRODUCT[worn]) ? 0 : 1, false);
        } else if (action == INSPECT) {
            out.set(INSPECT_REWARD, reading(wear, stream), false);
        } else if (action == REPAIR) {
            state.ints[0] = stream.nextBoolean(REPAIRS) ? Math.max(0, wear - 1) : wear;
            out.set(REPAIR_REWARD, 0, false);
        } else {
            state.ints[0] = 0;
            out.set(REPLACE_REWARD, 0, false);
        }
    }

    private static int reading(int wear, RandomStream stream) {
        if (stream.nextBoolean(READS_RIGHT)) {
            return wear;
        }
        boolean above = wear == 0 || wear < BROKEN && stream.nextBoolean(0.5);
        return above ? wear + 1 : wear - 1;
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        int wear = nextState.ints[0];
        if (action == OPERATE) {
            double good = GOOD_PRODUCT[wear];
            return Math.log(observation == 0 ? good : observation == 1 ? 1.0 - good : 0.0);
        }
        if (action == INSPECT) {
            double beside = wear == 0 || wear == BROKEN ? 1.0 - READS_RIGHT : 0.5 * (1.0 - READS_RIGHT);
            return Math.log(observation == wear ? READS_RIGHT : Math.abs(observation - wear) == 1 ? beside : 0.0);
        }
        return observation == 0 ? 0.0 : Double.NEGATIVE_INFINITY;
    }

    @Override
    public String actionText(int action) {
        return List.of("operate", "inspect", "repair", "replace").get(action);
    }

    @Override
    public String observationText(long observation) {
        return "reading-" + observation;
    }
}
