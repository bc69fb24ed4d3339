package org.teleost.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.Outcome;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.EngineProvider;
import org.teleost.plan.EngineUnavailableException;
import org.teleost.plan.Planner;
import org.teleost.problem.Problem;
import org.teleost.problem.World;

/**
 * Whether an engine decides as the host does, on one problem: from the first belief, and along an episode in which each
 * updates its own belief.
 *
 * @param decisions decisions that were compared
 * @param differences what differed, in words; empty when nothing did
 */
public record Agreement(String problem, int decisions, List<String> differences) {
    private static final Budget[] BUDGETS = {Budget.ofPasses(12), Budget.ofEpisodes(20_000)};

    private static final Budget STEP = Budget.ofEpisodes(2_000);
    private static final int STEPS = 5;

    /** Plans the same decisions on both. */
    static Agreement of(Problem problem, EngineChoice engine, long seed) {
        BenchSubject subject = new BenchSubject(problem, seed);
        List<String> differences = new ArrayList<>();
        int played = 0;
        try {
            EngineProvider provider = engine.usable(subject.model());
            try (Planner host = new Planner(provider.asPlanned(subject.model()), subject.settings());
                    Planner other = engine.planner(subject.model(), subject.settings())) {
                for (Budget budget : BUDGETS) {
                    compare(host.plan(subject.belief(), budget), other.plan(subject.belief(), budget), differences);
                }
                played = play(subject, host, other, differences);
            }
        } catch (EngineUnavailableException e) {
            differences.add(e.getMessage());
        } catch (RuntimeException e) {
            throw new IllegalStateException("checking " + problem.name() + ": " + e.getMessage(), e);
        }
        return new Agreement(problem.name(), BUDGETS.length + played, differences);
    }

    /** Returns the number of decisions; ends at the first difference, which others would follow from. */
    private static int play(BenchSubject subject, Planner host, Planner other, List<String> differences) {
        BeliefUpdater updater = subject.updater();
        BeliefUpdater otherUpdater = other.adopt(subject.updater());
        ParticleBelief belief =
                new ParticleBelief(subject.model().layout(), host.settings().particles());
        ParticleBelief otherBelief = new ParticleBelief(belief.layout(), belief.size());
        updater.initialise(belief);
        otherUpdater.initialise(otherBelief);
        World world = subject.world();
        Outcome outcome = new Outcome();
        int step = 0;
        while (step < STEPS && !outcome.terminal && differences.isEmpty()) {
            step++;
            Decision decision = host.plan(belief, STEP);
            compare(decision, other.plan(otherBelief, STEP), differences);
            world.step(decision.action, outcome);
            if (!outcome.terminal) {
                float[] percept = world.percept();
                compare(
                        updater.update(belief, decision.action, outcome.observation, percept),
                        otherUpdater.update(otherBelief, decision.action, outcome.observation, percept),
                        differences);
            }
        }
        return step;
    }

    private static void compare(BeliefHealth host, BeliefHealth other, List<String> differences) {
        if (host.level != other.level) {
            differences.add("belief level: host=" + host.level + " engine=" + other.level);
        }
        compare("particles that end", host.terminalParticles, other.terminalParticles, differences);
        compare("distinct particles", host.uniqueAncestors, other.uniqueAncestors, differences);
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
