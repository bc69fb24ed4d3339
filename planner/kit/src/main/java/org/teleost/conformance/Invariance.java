package org.teleost.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.teleost.conformance.Finding.Severity;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * Rejuvenation must not change the belief. Exact draws from p(s | history) come from simulating a fixed action sequence
 * many times and keeping the episodes that saw the same observations; one half is rejuvenated, the other is not, and
 * the halves are compared lane by lane. A difference must show twice, in independent draws.
 */
final class Invariance {
    private static final long PURPOSE = 300;
    private static final int PLANS = 6;
    private static final int LONGEST = 3;
    private static final int LEAST = 200;
    private static final int MIXES = 4;
    private static final int MIX_BITS = 4;

    private final Subject subject;
    private final GenerativeModel model;
    private int compared;

    Invariance(Subject subject) {
        this.subject = subject;
        model = subject.model;
    }

    void run() {
        for (int plan = 0; plan < PLANS; plan++) {
            int length = plan % (LONGEST + 1);
            int[] actions = actions(plan, length);
            if (actions == null) {
                continue;
            }
            subject.at(length == 0 ? -1 : actions[length - 1], length, plan);
            if (mismatch(plan, 0, actions) != null) {
                String again = mismatch(plan, 1, actions);
                if (again != null) {
                    subject.error(again);
                }
            }
        }
        if (compared == 0) {
            subject.at(-1, -1, -1);
            subject.report(
                    Severity.INFO, "no history was met often enough to compare beliefs before and after rejuvenate");
        }
    }

    // legal along one simulated episode; null when that episode ends early
    private int[] actions(int plan, int length) {
        RandomStream stream = subject.stream(PURPOSE, plan);
        State state = subject.newState();
        Outcome out = new Outcome();
        model.initialHistory(state);
        model.sampleInitial(state, stream);
        int[] actions = new int[length];
        for (int step = 0; step < length; step++) {
            actions[step] = subject.walkAction(state, stream);
            if (actions[step] < 0) {
                return null;
            }
            model.step(state, actions[step], stream, out);
            if (out.terminal) {
                return null;
            }
            model.updateHistory(state, actions[step], out.observation);
        }
        return actions;
    }

    private String mismatch(int plan, int attempt, int[] actions) {
        List<State> belief = posterior(plan, attempt, actions);
        if (belief.size() < LEAST) {
            return null;
        }
        compared++;
        int half = belief.size() / 2;
        List<State> kept = belief.subList(0, half);
        List<State> moved = belief.subList(half, belief.size());
        for (int i = 0; i < moved.size(); i++) {
            model.rejuvenate(moved.get(i), subject.stream(PURPOSE + 10 + 2L * plan + attempt, i));
        }
        return compare(kept, moved);
    }

    // states of the episodes that saw the most frequent observations
    private List<State> posterior(int plan, int attempt, int[] actions) {
        Map<List<Long>, List<State>> byHistory = new HashMap<>();
        int episodes = subject.settings.samples() * 4;
        Outcome out = new Outcome();
        for (int episode = 0; episode < episodes; episode++) {
            RandomStream stream = subject.stream(PURPOSE + 40 + 2L * plan + attempt, episode);
            State state = subject.newState();
            model.initialHistory(state);
            model.sampleInitial(state, stream);
            List<Long> history = simulate(state, actions, stream, out);
            if (history != null) {
                byHistory.computeIfAbsent(history, key -> new ArrayList<>()).add(state);
            }
        }
        List<State> most = new ArrayList<>();
        for (List<State> states : byHistory.values()) {
            if (states.size() > most.size()) {
                most = states;
            }
        }
        return most;
    }

    private List<Long> simulate(State state, int[] actions, RandomStream stream, Outcome out) {
        List<Long> history = new ArrayList<>();
        for (int step = 0; step < actions.length; step++) {
            if (!model.isLegal(state, actions[step])) {
                return null;
            }
            stream.startDepth(step + 1);
            model.step(state, actions[step], stream, out);
            if (out.terminal) {
                return null;
            }
            model.updateHistory(state, actions[step], out.observation);
            history.add(out.observation);
        }
        return history;
    }

    private String compare(List<State> kept, List<State> moved) {
        int ints = kept.get(0).ints.length;
        int floats = kept.get(0).floats.length;
        double threshold = subject.settings.significance() / (PLANS * ((1 + Integer.SIZE) * ints + floats + MIXES));
        for (int lane = 0; lane < ints; lane++) {
            int which = lane;
            String name = "lane " + subject.layout().ints().get(lane);
            double pValue = cells(kept, moved, state -> state.ints[which]);
            if (pValue < threshold) {
                return text(name, pValue, kept.size());
            }
            // lanes of many values are often bit sets
            for (int bit = 0; bit < Integer.SIZE; bit++) {
                int shift = bit;
                pValue = cells(kept, moved, state -> state.ints[which] >>> shift & 1);
                if (pValue < threshold) {
                    return text("bit " + bit + " of " + name, pValue, kept.size());
                }
            }
        }
        for (int lane = 0; lane < floats; lane++) {
            double pValue = KolmogorovSmirnov.twoSample(column(kept, lane), column(moved, lane));
            if (pValue < threshold) {
                return text("lane " + subject.layout().floats().get(lane), pValue, kept.size());
            }
        }
        // how int lanes go together: the whole vector thrown into a few cells, several times
        for (int mix = 0; mix < MIXES; mix++) {
            long salt = RandomStream.derive(subject.settings.seed(), mix);
            double pValue = cells(kept, moved, state -> {
                long hash = RandomStream.derive(salt, Arrays.hashCode(state.ints));
                return (int) (hash >>> Long.SIZE - MIX_BITS);
            });
            if (pValue < threshold) {
                return text("int lanes together", pValue, kept.size());
            }
        }
        return null;
    }

    private static String text(String what, double pValue, int size) {
        return "rejuvenate changes the distribution of " + what + " in the belief (p=" + pValue + ", states=" + size
                + " before and after); redraw from p(state | history) exactly";
    }

    private static double cells(List<State> kept, List<State> moved, ToIntFunction<State> cellOf) {
        Map<Integer, Integer> cells = new HashMap<>();
        long[][] counts = new long[2][kept.size() + moved.size()];
        for (int side = 0; side < 2; side++) {
            for (State state : side == 0 ? kept : moved) {
                int next = cells.size();
                Integer cell = cells.putIfAbsent(cellOf.applyAsInt(state), next);
                counts[side][cell == null ? next : cell]++;
            }
        }
        return ChiSquare.twoSample(counts[0], counts[1]);
    }

    private static float[] column(List<State> states, int lane) {
        float[] column = new float[states.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = states.get(i).floats[lane];
        }
        return column;
    }
}
