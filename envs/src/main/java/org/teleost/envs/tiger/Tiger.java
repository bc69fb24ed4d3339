package org.teleost.envs.tiger;

import java.util.List;
import java.util.Optional;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/** The Tiger problem; the package description is the exact definition. */
public final class Tiger implements GenerativeModel {
    /** Actions. */
    public static final int LISTEN = 0;

    public static final int OPEN_LEFT = 1;
    public static final int OPEN_RIGHT = 2;

    /** Sides of the tiger, and of the growl that is heard. */
    public static final int LEFT = 0;

    public static final int RIGHT = 1;

    /** gamma. */
    public static final double DISCOUNT = 0.95;

    /** P(the growl is heard on the tiger's side). */
    static final double HEARING = 0.85;

    static final double LISTEN_REWARD = -1.0;
    static final double TIGER_REWARD = -100.0;
    static final double FREE_REWARD = 10.0;

    /** Share of proposals that are any action. */
    private static final double UNIFORM_SHARE = 0.2;

    private static final double LOG_RIGHT = Math.log(HEARING);
    private static final double LOG_WRONG = Math.log(1.0 - HEARING);
    private static final double LOG_HALF = Math.log(0.5);
    private static final int SIDE = 0;
    private static final int LEAD = 0;

    private final StateLayout layout = StateLayout.ofInts("side").withHistory("lead");
    private final ThresholdPolicies policies = new ThresholdPolicies();

    @Override
    public String name() {
        return "tiger";
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return 3;
    }

    @Override
    public long observationCount() {
        return 2;
    }

    @Override
    public double discount() {
        return DISCOUNT;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[SIDE] = stream.nextInt(2);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int side = state.ints[SIDE];
        if (action == LISTEN) {
            out.set(LISTEN_REWARD, stream.nextBoolean(HEARING) ? side : 1 - side, false);
            return;
        }
        boolean met = action == OPEN_LEFT == (side == LEFT);
        state.ints[SIDE] = stream.nextInt(2);
        out.set(met ? TIGER_REWARD : FREE_REWARD, stream.nextInt(2), false);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        if (action != LISTEN) {
            return LOG_HALF;
        }
        return observation == nextState.ints[SIDE] ? LOG_RIGHT : LOG_WRONG;
    }

    /** Value of the best of five threshold policies, see {@link ThresholdPolicies}. */
    @Override
    public double heuristicValue(State state) {
        return policies.value((int) state.history[LEAD]);
    }

    @Override
    public boolean heuristicIsShared() {
        return true;
    }

    /** Mostly what a threshold policy does: open the door that sounds free at a lead of two, else listen. */
    @Override
    public int proposeAction(State state, RandomStream stream) {
        if (stream.nextBoolean(UNIFORM_SHARE)) {
            return stream.nextInt(3);
        }
        float lead = state.history[LEAD];
        return Math.abs(lead) < 2.0f ? LISTEN : lead > 0.0f ? OPEN_RIGHT : OPEN_LEFT;
    }

    @Override
    public void initialHistory(State state) {
        state.history[LEAD] = 0.0f;
    }

    /** Lead: growls heard left minus growls heard right since a door was last opened. */
    @Override
    public void updateHistory(State nextState, int action, long observation) {
        float lead = nextState.history[LEAD];
        nextState.history[LEAD] = action != LISTEN ? 0.0f : observation == LEFT ? lead + 1.0f : lead - 1.0f;
    }

    /** A growl that was not heard says nothing. */
    @Override
    public void updateHistoryUnobserved(State nextState, int action, long simulated) {
        if (action != LISTEN) {
            updateHistory(nextState, action, simulated);
        }
    }

    @Override
    public Optional<DeviceModel> deviceModel() {
        return Optional.of(DeviceModel.of(this)
                .define("HEARING", HEARING)
                .define("LISTEN_REWARD", LISTEN_REWARD)
                .define("TIGER_REWARD", TIGER_REWARD)
                .define("FREE_REWARD", FREE_REWARD)
                .define("UNIFORM_SHARE", UNIFORM_SHARE)
                .define("LOG_RIGHT", LOG_RIGHT)
                .define("LOG_WRONG", LOG_WRONG)
                .define("LOG_HALF", LOG_HALF)
                .define("LEAD_LIMIT", ThresholdPolicies.LIMIT)
                .table("value", policies.table())
                .file(Tiger.class, "tiger.cu")
                .build());
    }

    @Override
    public String actionText(int action) {
        return List.of("listen", "open-left", "open-right").get(action);
    }

    @Override
    public String observationText(long observation) {
        return observation == LEFT ? "growl-left" : "growl-right";
    }

    @Override
    public String stateText(State state) {
        return state.ints[SIDE] == LEFT ? "tiger-left" : "tiger-right";
    }
}
