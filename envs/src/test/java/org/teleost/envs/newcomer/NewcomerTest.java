package org.teleost.envs.newcomer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.envs.docking.Docking;
import org.teleost.envs.docking.DriveThenDock;
import org.teleost.envs.maintenance.Maintenance;
import org.teleost.envs.maintenance.RuleOfThree;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.ModelWorld;
import org.teleost.problem.Rule;
import org.teleost.random.RandomStream;

/**
 * Problems as somebody writes them on the first day, a simulator and nothing else: in the same worlds, the planner with
 * its defaults is not clearly worse than a sensible rule, by two standard errors of the paired difference.
 * {@code -Dnewcomer.episodes=100 -Dnewcomer.budget=100ms} plays more than a test should, and prints the returns.
 */
class NewcomerTest {
    private static final int EPISODES = Integer.getInteger("newcomer.episodes", 6);
    private static final Budget BUDGET = Budget.parse(System.getProperty("newcomer.budget", "2000ep"));

    @Test
    void theLeakPassesTheConformanceKit() {
        ModelConformance.check(new Leak(), ConformanceSettings.defaults().withRewardRange(-20.0, 80.0))
                .assertPassed();
    }

    @Test
    void twoHundredActions() {
        assertNotClearlyWorse(new Leak(), Leak::halve, 90);
    }

    @Test
    void aMachineThatWears() {
        assertNotClearlyWorse(new Maintenance(), model -> new RuleOfThree((Maintenance) model), 100);
    }

    @Test
    void dockingByTwoContinuousRanges() {
        assertNotClearlyWorse(new Docking(), model -> new DriveThenDock((Docking) model), 60);
    }

    private static void assertNotClearlyWorse(GenerativeModel model, Function<GenerativeModel, Rule> rule, int steps) {
        double[] difference = new double[EPISODES];
        double planned = 0.0;
        double ruled = 0.0;
        for (int episode = 0; episode < EPISODES; episode++) {
            PlannerSettings settings = PlannerSettings.defaults()
                    .withSeed(1000 + episode)
                    .withThreads(1)
                    .with(s -> s.memoryBytes = 64L << 20);
            double ours;
            try (Planner planner = new Planner(model, settings)) {
                Rule plan = (belief, stream, out) -> planner.plan(belief, BUDGET, out);
                ours = play(model, plan, settings, steps);
            }
            double theirs = play(model, rule.apply(model), settings, steps);
            difference[episode] = ours - theirs;
            planned += ours / EPISODES;
            ruled += theirs / EPISODES;
        }
        double mean = planned - ruled;
        double squares = 0.0;
        for (double d : difference) {
            squares += (d - mean) * (d - mean);
        }
        double error = Math.sqrt(squares / EPISODES / (EPISODES - 1));
        System.out.printf(
                "%s, %s, %d episodes: planner %.1f, rule %.1f, difference %+.1f +- %.1f%n",
                model.name(), BUDGET.text(), EPISODES, planned, ruled, mean, 1.96 * error);
        assertThat(mean + 2.0 * error).isGreaterThan(0.0);
    }

    private static double play(GenerativeModel model, Rule rule, PlannerSettings settings, int steps) {
        ModelWorld world = new ModelWorld(model, settings.seed());
        ParticleFilter filter = new ParticleFilter(model, settings.particles(), settings.seed());
        ParticleBelief belief = new ParticleBelief(model.layout(), settings.particles());
        filter.initialise(belief);
        RandomStream stream = new RandomStream(settings.seed());
        Decision decision = new Decision();
        Outcome outcome = new Outcome();
        double sum = 0.0;
        double weight = 1.0;
        for (int step = 0; step < steps && !outcome.terminal; step++) {
            rule.decide(belief, stream, decision);
            world.step(decision.action, outcome);
            sum += weight * outcome.reward;
            weight *= model.discount();
            if (!outcome.terminal) {
                filter.update(belief, decision.action, outcome.observation, new float[0]);
            }
        }
        return sum;
    }
}
