package org.teleost.solvers.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;
import org.teleost.solvers.tabular.Limits;
import org.teleost.solvers.tabular.Names;
import org.teleost.solvers.tabular.RewardRules;
import org.teleost.solvers.tabular.TableBuilder;
import org.teleost.solvers.tabular.TabularPomdp;

/**
 * Makes the table of a simulator by exploring it from its start. A simulator can't say its probabilities, so
 * transitions that are not certain are counted in samples; observations are exact, from the model's own likelihood.
 * Frequencies that equal probabilities explain are taken as equal.
 */
public final class Enumeration {
    private static final int FEW = 24;
    private static final int MANY = 20_000;
    private static final int STARTS = 200_000;
    private static final int MOST_STATES = 50_000;
    private static final long MOST_STEPS = 400_000_000L;
    private static final long SEED = 0x7AB1E;

    private final GenerativeModel model;
    private final RandomStream stream = new RandomStream(SEED);
    private final Outcome out = new Outcome();
    private final List<State> states = new ArrayList<>();
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private long steps;
    private boolean sampled;
    private boolean illegal;

    /** T and R of a state and action; the state after the last one is the end. */
    private record Row(int state, int action, Map<Integer, Integer> counts, int samples, double reward) {}

    private Enumeration(GenerativeModel model) {
        this.model = model;
    }

    /**
     * A table.
     *
     * @param table the problem
     * @param sampled whether some probabilities are frequencies of samples
     * @param illegal whether the model forbids actions somewhere; a table can't, so they do what its simulator does
     */
    public record Result(TabularPomdp table, boolean sampled, boolean illegal) {}

    /**
     * The table of a model.
     *
     * @throws IllegalArgumentException when its states, observations or steps are too many
     */
    public static Result of(GenerativeModel model) {
        if (model.observationCount() == GenerativeModel.KEYED_OBSERVATIONS || model.observationCount() > 100_000) {
            throw new IllegalArgumentException(model.name()
                    + " has too many observations for a table; only problems of numbered ones can be written");
        }
        if (model.hasDurations()) {
            throw new IllegalArgumentException(
                    "the actions of " + model.name() + " have durations, which a table has not");
        }
        return new Enumeration(model).explore();
    }

    private Result explore() {
        Map<Integer, Integer> starts = new HashMap<>();
        State state = model.layout().newState();
        for (int i = 0; i < STARTS; i++) {
            stream.startEpisode(SEED, 0, i);
            model.initialHistory(state);
            model.sampleInitial(state, stream);
            starts.merge(number(state), 1, Integer::sum);
        }
        for (int s = 0; s < states.size(); s++) {
            stream.startEpisode(SEED, 1, s);
            for (int a = 0; a < model.actionCount(); a++) {
                rows.add(row(s, a));
            }
        }
        return new Result(table(starts), sampled, illegal);
    }

    private int number(State state) {
        List<Integer> key = new ArrayList<>();
        for (int lane : state.ints) {
            key.add(lane);
        }
        for (float lane : state.floats) {
            key.add(Float.floatToIntBits(lane));
        }
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        Limits.check("states of " + model.name(), states.size() + 1L, MOST_STATES);
        State copy = model.layout().newState();
        copy.copyFrom(state);
        states.add(copy);
        numbers.put(key, states.size() - 1);
        return states.size() - 1;
    }

    private Row row(int from, int action) {
        illegal |= !model.isLegal(states.get(from), action);
        Map<Integer, Integer> counts = new HashMap<>();
        State state = model.layout().newState();
        double reward = 0.0;
        double first = 0.0;
        boolean certain = true;
        int samples = 0;
        while (samples < FEW || !certain && samples < MANY) {
            state.copyFrom(states.get(from));
            model.step(state, action, stream, out);
            first = samples == 0 ? out.reward : first;
            reward += out.reward;
            counts.merge(out.terminal ? -1 : numberAfter(state, action), 1, Integer::sum);
            certain = counts.size() == 1 && first == out.reward && certain;
            samples++;
            Limits.check("simulated steps", ++steps, MOST_STEPS);
        }
        sampled |= !certain;
        return new Row(from, action, counts, samples, certain ? first : reward / samples);
    }

    private int numberAfter(State state, int action) {
        model.updateHistory(state, action, out.observation);
        return number(state);
    }

    private TabularPomdp table(Map<Integer, Integer> starts) {
        boolean ends = rows.stream().anyMatch(row -> row.counts.containsKey(-1));
        int count = states.size() + (ends ? 1 : 0);
        int actions = model.actionCount();
        TableBuilder transition = new TableBuilder("T", (long) count * actions, count);
        TableBuilder observation = new TableBuilder("O", (long) count * actions, (int) model.observationCount());
        RewardRules rewards = new RewardRules();
        for (Row row : rows) {
            int at = row.action * count + row.state;
            double[] shares = shares(row.counts.values(), row.samples);
            int i = 0;
            for (int next : row.counts.keySet()) {
                transition.set(at, next < 0 ? count - 1 : next, shares[i++]);
            }
            observe(observation, at, row.action, states.get(row.state));
            if (row.reward != 0.0) {
                rewards.add(row.action, row.state, RewardRules.ANY, RewardRules.ANY, row.reward);
            }
        }
        for (int a = 0; ends && a < actions; a++) {
            transition.set(a * count + count - 1, count - 1, 1.0);
            observation.set(a * count + count - 1, 0, 1.0);
        }
        double[] start = new double[count];
        double[] shares = shares(starts.values(), STARTS);
        int i = 0;
        for (int s : starts.keySet()) {
            start[s] = shares[i++];
        }
        return TabularPomdp.of(
                model.name(),
                model.discount(),
                false,
                Names.numbered(count),
                texts(actions),
                Names.numbered((int) model.observationCount()),
                start,
                transition.build(),
                observation.build(),
                rewards);
    }

    private Names texts(int actions) {
        List<String> texts = new ArrayList<>();
        for (int a = 0; a < actions; a++) {
            texts.add(model.actionText(a));
        }
        return texts.stream().distinct().count() == actions ? Names.of(texts) : Names.numbered(actions);
    }

    /** Z by the model's own likelihood, scaled to sum 1. */
    private void observe(TableBuilder table, int row, int action, State next) {
        double[] likelihood = new double[(int) model.observationCount()];
        double sum = 0.0;
        for (int o = 0; o < likelihood.length; o++) {
            likelihood[o] = Math.exp(model.logLikelihood(o, action, next));
            sum += likelihood[o];
        }
        if (!(sum > 0.0)) {
            // the action never leads here
            likelihood[0] = 1.0;
            sum = 1.0;
        }
        for (int o = 0; o < likelihood.length; o++) {
            likelihood[o] /= sum;
        }
        table.setRow(row, likelihood);
    }

    /** Frequencies, or equal shares where no count is five standard deviations from them. */
    private static double[] shares(Iterable<Integer> counts, int samples) {
        List<Integer> list = new ArrayList<>();
        counts.forEach(list::add);
        double equal = (double) samples / list.size();
        double most = 5.0 * Math.sqrt(equal * (1.0 - 1.0 / list.size()));
        double[] shares = new double[list.size()];
        if (list.stream().allMatch(n -> Math.abs(n - equal) <= most)) {
            Arrays.fill(shares, 1.0 / list.size());
            return shares;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (double) list.get(i) / samples;
        }
        return shares;
    }
}
