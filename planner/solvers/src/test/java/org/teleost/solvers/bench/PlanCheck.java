package org.teleost.solvers.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.teleost.control.ControlSession;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.random.RandomStream;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.BeliefUpdate;
import org.teleost.solvers.policy.Bounds;
import org.teleost.solvers.policy.SparseBelief;
import org.teleost.solvers.policy.StartBeliefs;
import org.teleost.solvers.problem.FileProblem;
import org.teleost.solvers.tabular.TabularPomdp;

/**
 * Whether the planner earns at least the lower bound V of a file's optimum. Every episode plans so many steps, then V
 * is taken for the rest. That an episode has not ended is seen, as it is in planning. Beside the return, the episode
 * adds up gamma^t (Q_V(b_t, a_t) - V(b_t)), exactly at the exact beliefs: its mean is the difference of the mean return
 * and V(b_0), without the noise of rewards and observations. Appends a line per episode and goes on where it stopped.
 * For people: {@code java -cp ... org.teleost.solvers.bench.PlanCheck OUT.tsv BUDGET EPISODES STEPS FILE...}.
 */
public final class PlanCheck {
    private static final String HEAD = "file\tepisode\tsteps\tlower\tupper\treturn\tadvantage\tleast\tbudget\tload\n";

    private final TabularPomdp table;
    private final FileProblem problem;
    private final AlphaSet vectors;
    private final BeliefUpdate update;
    private final ActionValues values;

    private PlanCheck(TabularPomdp table) {
        this.table = table;
        problem = new FileProblem(table);
        vectors = problem.vectors().orElseThrow();
        update = new BeliefUpdate(table);
        values = new ActionValues(table, vectors);
    }

    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[0]);
        int episodes = Integer.parseInt(arguments[2]);
        int steps = Integer.parseInt(arguments[3]);
        Set<String> done = new HashSet<>();
        if (Files.exists(out)) {
            for (String line : Files.readAllLines(out)) {
                String[] column = line.split("\t", -1);
                done.add(column[0] + "\t" + column[1]);
            }
        } else {
            Files.writeString(out, HEAD);
        }
        for (String file : List.of(arguments).subList(4, arguments.length)) {
            String name = Path.of(file).getFileName().toString();
            PlanCheck check = null;
            for (int e = 0; e < episodes; e++) {
                if (!done.contains(name + "\t" + e)) {
                    check = check == null
                            ? warm(new PlanCheck(
                                    ModelFile.read(Path.of(file), false).table()))
                            : check;
                    String line = name + "\t" + e + "\t" + check.episode(e, steps, arguments[1]);
                    Files.writeString(out, line, StandardOpenOption.APPEND);
                    System.out.print(line);
                }
            }
        }
    }

    /** Plans once at leisure, so that the first timed decisions run compiled code. */
    private static PlanCheck warm(PlanCheck check) {
        try (ControlSession session = ControlSession.open(
                check.problem.instance(1).model(),
                check.problem.defaultSettings().withThreads(1))) {
            session.decide(Budget.ofMillis(2000));
        }
        return check;
    }

    private String episode(int episode, int steps, String budget) {
        long seed = RandomStream.derive(1, 2L * episode);
        GenerativeModel model = problem.instance(seed).model();
        RandomStream stream = new RandomStream(RandomStream.derive(1, 2L * episode + 1));
        State state = model.layout().newState();
        model.initialHistory(state);
        model.sampleInitial(state, stream);
        SparseBelief belief = start(state.ints[0]);
        double promised = vectors.value(belief);
        double sum = 0.0;
        double advantage = 0.0;
        double least = 0.0;
        double weight = 1.0;
        int step = 0;
        Outcome outcome = new Outcome();
        try (ControlSession session = ControlSession.open(
                model, problem.defaultSettings().withSeed(seed).withThreads(1))) {
            boolean ended = false;
            for (; step < steps && !ended; step++) {
                Decision decision = session.decide(Budget.parse(budget));
                double gain = values.of(belief, decision.action) - vectors.value(belief);
                advantage += weight * gain;
                least = Math.min(least, gain);
                model.step(state, decision.action, stream, outcome);
                sum += weight * outcome.reward;
                weight *= table.discount();
                ended = outcome.terminal;
                if (!ended) {
                    belief = values.goingOn(update.after(belief, decision.action, outcome.observation));
                    session.observe(decision.action, outcome.observation);
                }
            }
            sum += ended ? 0.0 : weight * vectors.value(belief);
        }
        Bounds bounds = problem.bounds().orElseThrow();
        double shift = bounds.lower() - promised;
        return String.format(
                Locale.ROOT,
                "%d\t%.6f\t%.6f\t%.6f\t%.6f\t%.6f\t%s\t%.1f%n",
                step,
                bounds.lower(),
                bounds.upper(),
                sum + shift,
                advantage,
                least,
                budget,
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
    }

    private SparseBelief start(int state) {
        for (StartBeliefs.Start start : StartBeliefs.of(table)) {
            for (int i = 0; i < start.belief().count(); i++) {
                if (start.belief().state(i) == state) {
                    return start.belief();
                }
            }
        }
        throw new IllegalStateException("state " + state + " is not in the start");
    }
}
