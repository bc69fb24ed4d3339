package org.teleost.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.EngineProvider;
import org.teleost.plan.EngineUnavailableException;
import org.teleost.plan.Planner;
import org.teleost.problem.Problem;

/**
 * Whether an engine decides as the host does, on one problem.
 *
 * @param decisions decisions that were compared
 * @param differences what differed, in words; empty when nothing did
 */
public record Agreement(String problem, int decisions, List<String> differences) {
    private static final Budget[] BUDGETS = {Budget.ofPasses(12), Budget.ofEpisodes(20_000)};

    /** Plans the same decisions on both. */
    static Agreement of(Problem problem, EngineChoice engine, long seed) {
        BenchSubject subject = new BenchSubject(problem, seed);
        List<String> differences = new ArrayList<>();
        try {
            EngineProvider provider = engine.usable(subject.model());
            try (Planner host = new Planner(provider.asPlanned(subject.model()), subject.settings());
                    Planner other = engine.planner(subject.model(), subject.settings())) {
                for (Budget budget : BUDGETS) {
                    compare(host.plan(subject.belief(), budget), other.plan(subject.belief(), budget), differences);
                }
            }
        } catch (EngineUnavailableException e) {
            differences.add(e.getMessage());
        }
        return new Agreement(problem.name(), BUDGETS.length, differences);
    }

    private static void compare(Decision host, Decision other, List<String> differences) {
        compare("action", host.action, other.action, differences);
        compare("episodes", host.episodes, other.episodes, differences);
        compare("simulatedSteps", host.simulatedSteps, other.simulatedSteps, differences);
        compare("nodes", host.nodes, other.nodes, differences);
        compare("edges", host.edges, other.edges, differences);
        compare("depth", host.depth, other.depth, differences);
        compare("value", host.value, other.value, differences);
        for (int row = 0; row < host.actionRows; row++) {
            String name = "[" + row + "]";
            compare("actions" + name, host.actions[row], other.actions[row], differences);
            compare("visits" + name, host.visits[row], other.visits[row], differences);
            compare("values" + name, host.values[row], other.values[row], differences);
            compare("probabilities" + name, host.probabilities[row], other.probabilities[row], differences);
        }
    }

    private static void compare(String what, long host, long other, List<String> differences) {
        if (host != other) {
            differences.add(what + ": host=" + host + " engine=" + other);
        }
    }

    private static void compare(String what, double host, double other, List<String> differences) {
        if (host != other) {
            differences.add(what + ": host=" + host + " engine=" + other);
        }
    }
}
