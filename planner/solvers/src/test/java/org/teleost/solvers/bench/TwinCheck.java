package org.teleost.solvers.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.ServiceLoader;
import org.teleost.control.ControlSession;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;
import org.teleost.random.RandomStream;
import org.teleost.solvers.problem.Enumeration;
import org.teleost.solvers.problem.FileProblem;

/**
 * A problem planned by its hand-written simulator and by the table that {@code teleost convert} makes of it, in the
 * same worlds: the simulator, with a stream for each episode and step, so that equal decisions earn equal rewards. For
 * people: {@code java -cp ... org.teleost.solvers.bench.TwinCheck OUT.tsv PROBLEM BUDGET EPISODES STEPS}, with the
 * problem's jar on the class path.
 */
public final class TwinCheck {
    private static final long WORLD = 77;

    private TwinCheck() {}

    public static void main(String[] arguments) throws IOException {
        Path out = Path.of(arguments[0]);
        Problem problem = ServiceLoader.load(ProblemProvider.class).stream()
                .flatMap(provider -> provider.get().problems().stream())
                .filter(p -> p.name().equals(arguments[1]))
                .findAny()
                .orElseThrow();
        int episodes = Integer.parseInt(arguments[3]);
        int steps = Integer.parseInt(arguments[4]);
        FileProblem file =
                new FileProblem(Enumeration.of(problem.instance(1).model()).table());
        double sum = 0.0;
        double squares = 0.0;
        for (int e = 0; e < episodes; e++) {
            GenerativeModel world = problem.instance(1).model();
            double own = episode(world, world, problem.defaultSettings(), arguments[2], e, steps);
            GenerativeModel table = file.instance(1).model();
            double other = episode(world, table, file.defaultSettings(), arguments[2], e, steps);
            sum += other - own;
            squares += (other - own) * (other - own);
            String line = String.format(Locale.ROOT, "%s\t%d\t%.4f\t%.4f%n", arguments[1], e, own, other);
            Files.writeString(out, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        double mean = sum / episodes;
        double width = 1.96 * Math.sqrt((squares / episodes - mean * mean) / (episodes - 1));
        System.out.printf(Locale.ROOT, "%s: table less simulator %.3f +- %.3f%n", arguments[1], mean, width);
    }

    private static double episode(
            GenerativeModel world, GenerativeModel model, PlannerSettings settings, String budget, int e, int steps) {
        RandomStream stream = new RandomStream(WORLD);
        State state = world.layout().newState();
        stream.startEpisode(WORLD, e, 0);
        world.initialHistory(state);
        world.sampleInitial(state, stream);
        Outcome outcome = new Outcome();
        double sum = 0.0;
        double weight = 1.0;
        long seed = RandomStream.derive(WORLD, e);
        try (ControlSession session =
                ControlSession.open(model, settings.withSeed(seed).withThreads(1))) {
            for (int step = 0; step < steps; step++) {
                Decision decision = session.decide(Budget.parse(budget));
                stream.startEpisode(WORLD, e, step + 1);
                world.step(state, decision.action, stream, outcome);
                sum += weight * outcome.reward;
                weight *= world.discount();
                if (outcome.terminal) {
                    break;
                }
                world.updateHistory(state, decision.action, outcome.observation);
                session.observe(decision.action, outcome.observation);
            }
        }
        return sum;
    }
}
