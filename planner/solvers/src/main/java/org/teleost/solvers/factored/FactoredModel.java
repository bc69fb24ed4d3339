package org.teleost.solvers.factored;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;
import org.teleost.solvers.tabular.Limits;
import org.teleost.solvers.tabular.Names;

/**
 * The simulator of a factored problem, variable by variable: no joint table is ever made. An int lane per state
 * variable; actions, observations and observed parts are numbered as in the joint table. Immutable.
 */
public final class FactoredModel implements GenerativeModel {
    private static final int MOST_TRIES = 1_000_000;
    private static final long MOST_OBSERVATIONS = 1L << 40;

    private final FactoredPomdp problem;
    private final StateLayout layout;
    private final Names actions;
    private final int[][] actionValues;

    private final Draws initial;
    private final Draws transitions;
    private final Draws seen;
    private final boolean[][] ends;

    /** Number of joint observations, and of joint values of the observed state variables. */
    private final long observations;

    private final long parts;

    /** Value of each state variable at the start that is known, -1 for the others. */
    private final int[] known;

    /** Values of a step by place and variable, for the thread at hand. */
    private final ThreadLocal<int[][]> scratch;

    /**
     * The simulator of a problem.
     *
     * @throws org.teleost.solvers.tabular.TooLargeException for more than 2^40 observations
     */
    public FactoredModel(FactoredPomdp problem) {
        this.problem = problem;
        known = new int[problem.states().size()];
        Arrays.fill(known, -1);
        layout =
                StateLayout.ofInts(problem.states().stream().map(Variable::name).toArray(String[]::new));
        actions = FactoredPomdp.joint("joint actions", problem.actions());
        actionValues = new int[actions.count()][problem.actions().size()];
        for (int a = 0; a < actionValues.length; a++) {
            JointTable.decode(a, problem.actions(), actionValues[a]);
        }
        observations = product(problem.observations());
        parts = product(problem.states().stream().filter(Variable::observed).toList());
        Limits.check("observations", observations, MOST_OBSERVATIONS);
        Limits.check("observations of all parts", observations * Math.min(parts, 1L << 40), MOST_OBSERVATIONS);
        initial = new Draws(problem.initial(), Slot.Time.BEFORE);
        transitions = new Draws(problem.transitions(), Slot.Time.AFTER);
        seen = new Draws(problem.seen(), Slot.Time.OBSERVATION);
        ends = EndValues.of(problem);
        scratch = ThreadLocal.withInitial(() -> new int[][] {
            new int[problem.states().size()],
            new int[problem.actions().size()],
            new int[problem.states().size()],
            new int[problem.observations().size()]
        });
    }

    /** The same simulator with values of the start that are known. */
    private FactoredModel(FactoredModel other, int[] known) {
        this.known = known;
        problem = other.problem;
        layout = other.layout;
        actions = other.actions;
        actionValues = other.actionValues;
        observations = other.observations;
        parts = other.parts;
        initial = other.initial;
        transitions = other.transitions;
        seen = other.seen;
        ends = other.ends;
        scratch = other.scratch;
    }

    private static long product(List<Variable> variables) {
        return variables.stream().mapToLong(Variable::size).reduce(1, (a, b) -> a > MOST_OBSERVATIONS ? a : a * b);
    }

    @Override
    public String name() {
        return problem.name();
    }

    @Override
    public StateLayout layout() {
        return layout;
    }

    @Override
    public int actionCount() {
        return actionValues.length;
    }

    @Override
    public long observationCount() {
        return observations * parts;
    }

    @Override
    public double discount() {
        return problem.discount();
    }

    /** Draws until what is known of the start agrees. */
    @Override
    public void sampleInitial(State state, RandomStream stream) {
        int[][] step = scratch.get();
        int[] start = step[Slot.Time.BEFORE.place];
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            initial.draw(step, stream);
            boolean agrees = true;
            for (int i = 0; i < start.length; i++) {
                agrees &= known[i] < 0 || known[i] == start[i];
            }
            if (agrees) {
                System.arraycopy(start, 0, state.ints, 0, start.length);
                return;
            }
        }
        throw new IllegalStateException("what is seen of the start has a probability below 1/" + MOST_TRIES);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int[][] step = scratch.get();
        int[] before = step[Slot.Time.BEFORE.place];
        int[] after = step[Slot.Time.AFTER.place];
        System.arraycopy(state.ints, 0, before, 0, before.length);
        step[Slot.Time.ACTION.place] = actionValues[action];
        transitions.draw(step, stream);
        seen.draw(step, stream);
        double reward = 0.0;
        for (Factor part : problem.rewards()) {
            reward += part.table()[part.offset(step, 0)];
        }
        System.arraycopy(after, 0, state.ints, 0, after.length);
        out.set(reward, observation(step[Slot.Time.OBSERVATION.place], after), isTerminal(after));
    }

    private long observation(int[] values, int[] after) {
        long number = 0;
        for (int i = 0; i < after.length; i++) {
            Variable variable = problem.states().get(i);
            number = variable.observed() ? number * variable.size() + after[i] : number;
        }
        for (int i = 0; i < values.length; i++) {
            number = number * problem.observations().get(i).size() + values[i];
        }
        return number;
    }

    /** Whether nothing happens any more: some variable keeps its value for ever, and no reward follows from it. */
    public boolean isTerminal(int[] values) {
        for (int i = 0; i < values.length; i++) {
            if (ends[i][values[i]]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        int[][] step = scratch.get();
        int[] after = step[Slot.Time.AFTER.place];
        int[] values = step[Slot.Time.OBSERVATION.place];
        System.arraycopy(nextState.ints, 0, after, 0, after.length);
        step[Slot.Time.ACTION.place] = actionValues[action];
        long rest = observation;
        for (int i = values.length - 1; i >= 0; i--) {
            int size = problem.observations().get(i).size();
            values[i] = (int) (rest % size);
            rest /= size;
        }
        if (rest != observation(new int[0], after)) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.log(seen.probability(step));
    }

    @Override
    public String actionText(int action) {
        return actions.get(action);
    }

    @Override
    public String observationText(long observation) {
        List<Variable> all = new ArrayList<>(
                problem.states().stream().filter(Variable::observed).toList());
        all.addAll(problem.observations());
        return text(all, observation);
    }

    @Override
    public String stateText(State state) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < state.ints.length; i++) {
            words.add(problem.states().get(i).values().get(state.ints[i]));
        }
        return String.join("-", words);
    }

    private static String text(List<Variable> variables, long number) {
        String[] words = new String[variables.size()];
        long rest = number;
        for (int i = words.length - 1; i >= 0; i--) {
            int size = variables.get(i).size();
            words[i] = variables.get(i).values().get((int) (rest % size));
            rest /= size;
        }
        return String.join("-", words);
    }

    /** The same problem after a look at its start, drawn here: observed variables have their values. */
    public FactoredModel withSeenStart(RandomStream stream) {
        State state = layout.newState();
        sampleInitial(state, stream);
        int[] values = new int[known.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = problem.states().get(i).observed() ? state.ints[i] : -1;
        }
        return new FactoredModel(this, values);
    }
}
