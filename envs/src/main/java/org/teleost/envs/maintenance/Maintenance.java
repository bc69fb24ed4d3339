package org.teleost.envs.maintenance;

import java.util.List;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** When to look after a machine; the package description is the exact definition. */
public final class Maintenance implements GenerativeModel {
    /** Actions. */
    public static final int OPERATE = 0;

    public static final int INSPECT = 1;
    public static final int REPAIR = 2;
    public static final int REPLACE = 3;

    private static final int BROKEN = 3;
    private static final double WEAR = 0.15;
    private static final double RIGHT = 0.8;
    private static final double[] EARNS = {10.0, 8.0, 4.0, -10.0};
    private static final double[] GOOD = {0.95, 0.85, 0.6, 0.2};

    /** Observations: levels 0 to 3 of an inspection, then what operating and working on it show. */
    private static final int GOOD_PRODUCT = 4;

    private static final int BAD_PRODUCT = 5;
    private static final int NOTHING = 6;

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
        return 7;
    }

    @Override
    public double discount() {
        return 0.95;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = 0;
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int wear = state.ints[0];
        if (action == REPAIR || action == REPLACE) {
            state.ints[0] = action == REPLACE ? 0 : wear == BROKEN ? BROKEN : Math.max(0, wear - 1);
            out.set(action == REPLACE ? -40.0 : -15.0, NOTHING, false);
            return;
        }
        if (action == INSPECT) {
            boolean right = stream.nextBoolean(RIGHT);
            int other = stream.nextInt(BROKEN);
            out.set(-1.0, right ? wear : other < wear ? other : other + 1, false);
            return;
        }
        int next = Math.min(BROKEN, wear + (stream.nextBoolean(WEAR) ? 1 : 0));
        state.ints[0] = next;
        out.set(EARNS[wear], stream.nextBoolean(GOOD[next]) ? GOOD_PRODUCT : BAD_PRODUCT, false);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        int wear = nextState.ints[0];
        return Math.log(
                switch (action) {
                    case OPERATE ->
                        observation == GOOD_PRODUCT ? GOOD[wear] : observation == BAD_PRODUCT ? 1.0 - GOOD[wear] : 0.0;
                    case INSPECT -> observation == wear ? RIGHT : observation <= BROKEN ? (1.0 - RIGHT) / BROKEN : 0.0;
                    default -> observation == NOTHING ? 1.0 : 0.0;
                });
    }

    @Override
    public String actionText(int action) {
        return List.of("operate", "inspect", "repair", "replace").get(action);
    }

    @Override
    public String observationText(long observation) {
        return List.of(
                        "looks-new",
                        "looks-worn",
                        "looks-poor",
                        "looks-broken",
                        "good-product",
                        "bad-product",
                        "nothing")
                .get((int) observation);
    }
}
