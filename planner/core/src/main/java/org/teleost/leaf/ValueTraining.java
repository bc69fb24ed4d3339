package org.teleost.leaf;

import java.util.Arrays;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;

/**
 * Trains a {@link LearnedValue} from the simulator: asynchronous value iteration along greedy episodes with excursions
 * (real-time dynamic programming, Barto, Bradtke and Singh 1995). All actions of a step are tried with the same random
 * numbers. At an episode's end its steps are backed up once more from the last to the first.
 */
final class ValueTraining {
    /** Seed of the training: the values belong to the model, not to a planner. */
    private static final long SEED = 0x1EA4;

    /** What the training may cost, in looks at a cell: some seconds. */
    private static final long MOST_COST = 400_000_000;

    private static final int LONGEST = 150;

    /**
     * Largest discount of the training. A value that takes the state to be known counts on rewards far away that in
     * truth have to be looked for first, and waits for them: it guides better when it is near-sighted.
     */
    private static final double MOST_FARSIGHTED = 0.95;

    /** Weight of what lies beyond the horizon. */
    private static final double NEGLIGIBLE = 0.05;

    /** Share of the error that one update takes away: first, and at the end. */
    private static final double FIRST_RATE = 0.3;

    private static final double LAST_RATE = 0.03;

    private static final double EXCURSION = 0.08;

    /** Longest excursion, as a power of two. */
    private static final int LONGEST_EXCURSION = 4;

    private static final int LONGEST_APPROACH = 32;
    private static final double KEEPS = 0.8;

    private final GenerativeModel model;
    private final LearnedValue value;
    private final ActionTrials trials;
    private final State[] visited = new State[LONGEST + 1];
    private final double[] reward = new double[LONGEST];
    private final boolean[] greedy = new boolean[LONGEST];
    private final RandomStream draws = new RandomStream(SEED);
    private final RandomStream stream = new RandomStream(SEED);
    private final Outcome out = new Outcome();
    private final int[] cells;
    private final int horizon;
    private final double discount;

    /** What a reward of 1 in every step is worth. */
    private final double rewards;

    private double leastReward;
    private double largestReward;
    private boolean terminal;

    private ValueTraining(GenerativeModel model) {
        this.model = model;
        value = new LearnedValue(StateTuples.of(model, SEED));
        cells = value.newCells();
        int[] scratch = value.newCells();
        discount = Math.min(MOST_FARSIGHTED, model.discount());
        trials = new ActionTrials(model, discount, state -> value.value(state, scratch), value.cost(), SEED);
        Arrays.setAll(visited, i -> model.layout().newState());
        horizon = horizon(discount);
        rewards = 1.0 / (1.0 - discount);
    }

    /** Steps of a training episode. */
    static int horizon(double discount) {
        return Rollout.horizon(discount, NEGLIGIBLE, LONGEST);
    }

    /** Trains for a few seconds; the same values on every machine. */
    static LearnedValue train(GenerativeModel model) {
        return train(model, MOST_COST);
    }

    static LearnedValue train(GenerativeModel model, long mostCost) {
        ValueTraining training = new ValueTraining(model);
        for (long episode = 0; training.trials.cost() < mostCost; episode++) {
            double done = (double) training.trials.cost() / mostCost;
            training.episode(episode, FIRST_RATE + done * (LAST_RATE - FIRST_RATE));
        }
        return training.value;
    }

    private void episode(long number, double rate) {
        draws.startEpisode(SEED, 2, number);
        if (!begin(number)) {
            return;
        }
        int excursion = 0;
        int explored = -1;
        int last = -1;
        int steps = 0;
        terminal = false;
        while (steps < horizon && !terminal) {
            State state = visited[steps];
            double target = trials.best(state, last, number, steps);
            update(value.value(state, cells), target, rate);
            last = trials.action();
            if (excursion == 0 && draws.nextBoolean(EXCURSION)) {
                excursion = 1 << draws.nextInt(LONGEST_EXCURSION + 1);
                explored = trials.other();
            }
            boolean explores = excursion > 0 && model.isLegal(state, explored);
            excursion = Math.max(0, excursion - 1);
            greedy[steps] = !explores;
            take(steps++, explores ? explored : last, number);
        }
        sweepBack(steps, rate);
    }

    /** What the end brought travels to the beginning. */
    private void sweepBack(int steps, double rate) {
        for (int step = steps - 1; step >= 0; step--) {
            double future = step == steps - 1 && terminal ? 0.0 : value.value(visited[step + 1], cells);
            double target = reward[step] + discount * future;
            double old = value.value(visited[step], cells);
            if (greedy[step] || target > old) {
                update(old, target, rate);
            }
        }
    }

    /**
     * Moves the value {@code old} of the state whose cells were looked up last. Sums of cells may run away from what
     * rewards allow, so targets stay within it.
     */
    private void update(double old, double target, double rate) {
        double possible = Math.max(leastReward * rewards, Math.min(largestReward * rewards, target));
        value.add(cells, rate * (possible - old));
    }

    /** A state of the initial belief or one that a random walk led to; false when the walk ended. */
    private boolean begin(long number) {
        State state = visited[0];
        stream.startEpisode(SEED, 3, number);
        model.initialHistory(state);
        model.sampleInitial(state, stream);
        int approach = draws.nextBoolean(0.5) ? 0 : draws.nextInt(LONGEST_APPROACH);
        trials.spend(1 + approach);
        int action = -1;
        for (int step = 0; step < approach; step++) {
            boolean keeps = action >= 0 && draws.nextBoolean(KEEPS) && model.isLegal(state, action);
            action = keeps ? action : model.proposeAction(state, draws);
            model.step(state, action, stream, out);
            if (out.terminal) {
                return false;
            }
            model.updateHistory(state, action, out.observation);
        }
        return true;
    }

    private void take(int step, int action, long number) {
        State next = visited[step + 1];
        next.copyFrom(visited[step]);
        trials.load(stream, number, step);
        model.step(next, action, stream, out);
        reward[step] = out.reward;
        leastReward = Math.min(leastReward, out.reward);
        largestReward = Math.max(largestReward, out.reward);
        terminal = out.terminal;
        if (!terminal) {
            model.updateHistory(next, action, out.observation);
        }
    }
}
