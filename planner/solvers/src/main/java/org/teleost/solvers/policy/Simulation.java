package org.teleost.solvers.policy;

import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.random.RandomStream;
import org.teleost.solvers.tabular.TabularModel;
import org.teleost.solvers.tabular.TabularPomdp;

/** Runs a policy on its table. One thread. */
public final class Simulation {
    private final TabularPomdp table;
    private final TabularModel model;
    private final Decisions policy;

    public Simulation(TabularPomdp table, Decisions policy) {
        this.table = table;
        this.policy = policy;
        model = new TabularModel(table);
    }

    /**
     * The discounted return of an episode.
     *
     * @param steps longest episode
     * @param seed of the episode
     */
    public double run(int steps, long seed) {
        RandomStream stream = new RandomStream(seed);
        State state = model.layout().newState();
        Outcome out = new Outcome();
        model.sampleInitial(state, stream);
        policy.begin(start(state.ints[0]));
        double sum = 0.0;
        double weight = 1.0;
        for (int step = 0; step < steps && !model.isTerminal(state.ints[0]); step++) {
            stream.startEpisode(seed, step + 1, 0);
            int action = policy.action();
            model.step(state, action, stream, out);
            sum += weight * out.reward;
            weight *= table.discount();
            if (!out.terminal) {
                policy.observe(action, out.observation);
            }
        }
        return sum;
    }

    private SparseBelief start(int state) {
        double[] start = table.start().clone();
        for (int s = 0; table.observedPart() != null && s < start.length; s++) {
            start[s] = table.observedPart()[s] == table.observedPart()[state] ? start[s] : 0.0;
        }
        return SparseBelief.of(start);
    }
}
