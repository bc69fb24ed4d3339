package org.teleost.solvers.tabular;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

/**
 * The simulator of a table: one int lane, the number of the state. An observation's id is the number of the observed
 * part times the number of observations, plus the observation. Terminal states are those that {@link TerminalStates}
 * finds.
 *
 * <p>Where a {@link BeliefValue} is given, the history lanes are the exact belief, one lane per state, and the leaf
 * value is its value there. Immutable.
 */
public final class TabularModel implements GenerativeModel {
    private static final int MOST_NAMES = 1000;

    private final TabularPomdp table;
    private final BeliefValue value;
    private final StateLayout layout;
    private final boolean[] terminal;
    private final SparseTable start;
    private final Sampler starts;
    private final Sampler transitions;
    private final Sampler observations;
    private final boolean plainReward;

    /** A value and an action for exact beliefs. */
    public interface BeliefValue {
        /**
         * Value of a belief, in units of reward.
         *
         * @param belief probability of each state
         */
        double value(float[] belief);

        /** An action worth trying at a belief. */
        int action(float[] belief);

        /** The value of a table of two states as lines, each an action and two values; empty for another form. */
        default String lines() {
            return "";
        }
    }

    /** The simulator alone. */
    public TabularModel(TabularPomdp table) {
        this(table, null);
    }

    /** The simulator with a leaf value; its history is a lane per state. */
    public TabularModel(TabularPomdp table, BeliefValue value) {
        this.table = table;
        this.value = value;
        StateLayout plain = StateLayout.ofInts("state");
        layout = value == null
                ? plain
                : plain.withHistory(IntStream.range(0, table.stateCount())
                        .mapToObj(s -> "b" + s)
                        .toArray(String[]::new));
        terminal = TerminalStates.of(table);
        start = row(table.start());
        starts = new Sampler(start);
        transitions = new Sampler(table.transition());
        observations = new Sampler(table.observation());
        plainReward = !table.reward().usesNext() && !table.reward().usesObservation();
    }

    private static SparseTable row(double[] values) {
        TableBuilder builder = new TableBuilder("start", 1, values.length);
        builder.setRow(0, values);
        return builder.build();
    }

    public TabularPomdp table() {
        return table;
    }

    /** What a recording should know: names of states and actions, and vectors over two states; none for long lists. */
    public Map<String, String> facts() {
        if (table.stateCount() > MOST_NAMES || table.actionCount() > MOST_NAMES) {
            return Map.of();
        }
        String lines = value == null || table.stateCount() != 2 ? "" : value.lines();
        return Map.of(
                "table.states", names(table.states()), "table.actions", names(table.actions()), "table.vectors", lines);
    }

    private static String names(Names names) {
        return IntStream.range(0, names.count()).mapToObj(names::get).collect(Collectors.joining(" "));
    }

    /** Whether nothing happens any more in a state. */
    public boolean isTerminal(int state) {
        return terminal[state];
    }

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return table.actionCount();
    }

    @Override
    public long observationCount() {
        return (long) table.observationCount() * table.observedParts();
    }

    @Override
    public double discount() {
        return table.discount();
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[0] = starts.draw(0, stream);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int from = state.ints[0];
        int row = table.row(action, from);
        int next = transitions.draw(row, stream);
        int seen = observations.draw(table.row(action, next), stream);
        double reward = plainReward ? table.expected()[row] : table.reward().at(action, from, next, seen);
        state.ints[0] = next;
        out.set(reward, seen + part(next), terminal[next]);
    }

    private long part(int state) {
        return (long) table.partOf(state) * table.observationCount();
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        int next = nextState.ints[0];
        long seen = observation - part(next);
        if (seen < 0 || seen >= table.observationCount()) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.log(table.observation().get(table.row(action, next), (int) seen));
    }

    @Override
    public void initialHistory(State state) {
        for (int s = 0; s < state.history.length; s++) {
            state.history[s] = 0.0f;
        }
        for (int k = 0; value != null && k < start.entries(); k++) {
            state.history[start.column[k]] = (float) start.value[k];
        }
    }

    /**
     * Bayes' rule on the lanes, given the observation and that the episode goes on, so terminal states are excluded;
     * what the belief excludes leaves all of them 0.
     */
    @Override
    public void updateHistory(State nextState, int action, long observation) {
        if (value == null) {
            return;
        }
        float[] belief = nextState.history;
        float[] before = belief.clone();
        java.util.Arrays.fill(belief, 0.0f);
        SparseTable transition = table.transition();
        for (int s = 0; s < before.length; s++) {
            if (before[s] == 0.0f) {
                continue;
            }
            int row = table.row(action, s);
            for (int k = transition.start[row]; k < transition.start[row + 1]; k++) {
                belief[transition.column[k]] += before[s] * (float) transition.value[k];
            }
        }
        double sum = 0.0;
        for (int s = 0; s < belief.length; s++) {
            if (belief[s] != 0.0f) {
                long seen = observation - part(s);
                boolean possible = !terminal[s] && seen >= 0 && seen < table.observationCount();
                belief[s] *= possible ? (float) table.observation().get(table.row(action, s), (int) seen) : 0.0f;
                sum += belief[s];
            }
        }
        for (int s = 0; sum > 0.0 && s < belief.length; s++) {
            belief[s] /= (float) sum;
        }
    }

    @Override
    public boolean hasHeuristicValue() {
        return value != null;
    }

    @Override
    public boolean heuristicIsShared() {
        return true;
    }

    @Override
    public double heuristicValue(State state) {
        return value == null ? 0.0 : value.value(state.history);
    }

    @Override
    public boolean hasProposal() {
        return value != null;
    }

    /** Half of the proposals are the value's own action. */
    @Override
    public int proposeAction(State state, RandomStream stream) {
        if (value != null && stream.nextInt(2) == 0) {
            return value.action(state.history);
        }
        return stream.nextInt(table.actionCount());
    }

    @Override
    public String actionText(int action) {
        return table.actions().get(action);
    }

    @Override
    public String observationText(long observation) {
        int count = table.observationCount();
        String seen = table.observations().get((int) (observation % count));
        return table.observedPart() == null ? seen : seen + " in part " + observation / count;
    }

    @Override
    public String stateText(State state) {
        return table.states().get(state.ints[0]);
    }
}
