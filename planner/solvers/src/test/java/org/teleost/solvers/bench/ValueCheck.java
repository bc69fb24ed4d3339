package org.teleost.solvers.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.random.RandomStream;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.file.PolicyFile;
import org.teleost.solvers.policy.SparseBelief;
import org.teleost.solvers.problem.FileProblem;
import org.teleost.solvers.tabular.TabularModel;
import org.teleost.solvers.tabular.TabularPomdp;

/**
 * How far the Q of a decision's root actions is from the exact one, and how often 1.96 of its standard errors would
 * cover that: for the simulator with the planner's defaults, and for the problem as files are planned. Exact is one
 * step of look-ahead on a solver's policy at the very particles that were planned from. Episodes follow the decisions,
 * but for one random action in three. For people: {@code java -cp ... org.teleost.solvers.bench.ValueCheck BUDGET
 * EPISODES STEPS [FILE POLICY]...}.
 */
public final class ValueCheck {
    private static final double NORMAL_95 = 1.959963984540054;
    private static final int MOST_ROWS = 1 << 20;

    private final TabularPomdp table;
    private final ActionValues exact;
    private final double[] error = new double[MOST_ROWS];
    private int rows;
    private int covered;
    private int chosen;
    private int chosenCovered;

    private ValueCheck(Path file, Path policy) {
        table = ModelFile.read(file, false).table();
        exact = new ActionValues(table, PolicyFile.read(policy, table));
    }

    public static void main(String[] arguments) throws IOException {
        Budget budget = Budget.parse(arguments[0]);
        int episodes = Integer.parseInt(arguments[1]);
        int steps = Integer.parseInt(arguments[2]);
        System.out.println("problem\tplanned as\tactions\tcovered\tmedian error\tchosen\tcovered");
        for (int i = 3; i + 1 < arguments.length; i += 2) {
            Path file = Path.of(arguments[i]);
            Path policy = Path.of(arguments[i + 1]);
            ValueCheck plain = new ValueCheck(file, policy);
            plain.play(new TabularModel(plain.table), PlannerSettings.defaults(), budget, episodes, steps);
            plain.print("simulator");
            ValueCheck solved = new ValueCheck(file, policy);
            FileProblem problem = new FileProblem(solved.table);
            solved.play(problem.instance(1).model(), problem.defaultSettings(), budget, episodes, steps);
            solved.print("file");
        }
    }

    private void play(GenerativeModel model, PlannerSettings settings, Budget budget, int episodes, int steps) {
        for (int e = 0; e < episodes; e++) {
            long seed = RandomStream.derive(1, e);
            try (Planner planner =
                    new Planner(model, settings.withSeed(seed).withThreads(1).with(s -> s.memoryBytes = 128L << 20))) {
                episode(model, planner, new ParticleFilter(model, settings.particles(), seed), seed, budget, steps);
            }
        }
    }

    private void episode(
            GenerativeModel model, Planner planner, ParticleFilter filter, long seed, Budget budget, int steps) {
        RandomStream stream = new RandomStream(seed);
        State state = model.layout().newState();
        model.initialHistory(state);
        model.sampleInitial(state, stream);
        ParticleBelief belief =
                new ParticleBelief(model.layout(), planner.settings().particles());
        filter.initialise(belief);
        Outcome outcome = new Outcome();
        Decision decision = new Decision();
        for (int step = 0; step < steps; step++) {
            planner.plan(belief, budget, decision);
            compare(decision, distribution(belief));
            int action = stream.nextInt(3) == 0 ? stream.nextInt(table.actionCount()) : decision.action;
            model.step(state, action, stream, outcome);
            if (outcome.terminal) {
                return;
            }
            model.updateHistory(state, action, outcome.observation);
            filter.update(belief, action, outcome.observation, new float[0]);
        }
    }

    private SparseBelief distribution(ParticleBelief belief) {
        double[] dense = new double[table.stateCount()];
        State state = belief.layout().newState();
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            dense[state.ints[0]] += belief.weight(i);
        }
        return SparseBelief.of(dense);
    }

    private void compare(Decision decision, SparseBelief belief) {
        for (int row = 0; row < decision.actionRows; row++) {
            double off = Math.abs(decision.values[row] - exact.of(belief, decision.actions[row]));
            boolean inside = off <= NORMAL_95 * decision.standardErrors[row];
            error[rows++] = off;
            covered += inside ? 1 : 0;
            if (decision.actions[row] == decision.action) {
                chosen++;
                chosenCovered += inside ? 1 : 0;
            }
        }
    }

    private void print(String as) {
        Arrays.sort(error, 0, rows);
        System.out.println(String.format(
                Locale.ROOT,
                "%s\t%s\t%d\t%.0f %%\t%.3g\t%d\t%.0f %%",
                table.name(),
                as,
                rows,
                100.0 * covered / rows,
                error[rows / 2],
                chosen,
                100.0 * chosenCovered / chosen));
    }
}
