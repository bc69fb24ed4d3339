package org.teleost.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.random.RandomStream;
import org.teleost.system.Problems;

/** The planner's root values against the exact answers. */
@Timeout(120)
class RootOracleTest {
    private static final int LISTEN = 0;
    private static final int OPEN_LEFT = 1;
    private static final int OPEN_RIGHT = 2;

    private static Decision decide(String name, long episodes) {
        Problem problem = Problems.named(name);
        Instance instance = problem.instance(1);
        PlannerSettings settings = problem.defaultSettings().with(s -> s.memoryBytes = 512L << 20);
        ParticleBelief belief = new ParticleBelief(instance.model().layout(), settings.particles());
        instance.updater(settings).initialise(belief);
        try (Planner planner = new Planner(instance.model(), settings)) {
            return planner.plan(belief, Budget.ofEpisodes(episodes));
        }
    }

    @Test
    void tigersRootValueIsWithinOnePercentOfTheExactOne() {
        Decision decision = decide("tiger", 400_000);
        double exact = new TigerChain().value(0);
        assertThat(decision.action).isEqualTo(LISTEN);
        assertThat(decision.value).isCloseTo(exact, within(0.01 * exact));
    }

    @Test
    void tigersRootActionValuesAreTheExactOnesWithinTheirOwnError() {
        assertInside(decide("tiger", 400_000), Expectimax.rootActionValues(new ExactTiger(), 200));
    }

    @Test
    void rockSamplesRootActionValuesLieInsideTheExactIntervals() {
        Tables model = new Tables(ExactRockSample.fourFour());
        Interval[] intervals = Expectimax.rootActionValues(model, Leaf.blind(model), Leaf.fastInformed(model), 4);
        assertInside(decide("rocksample-4-4", 400_000), intervals);
    }

    // four standard errors of what was sampled, and a little for the exploration below it
    private static void assertInside(Decision decision, Interval[] intervals) {
        for (int row = 0; row < decision.actionRows; row++) {
            Interval interval = intervals[decision.actions[row]];
            assertThat(interval.contains(decision.values[row], 4.0 * decision.standardErrors[row] + 0.2))
                    .as(
                            "action %d Q=%s +- %s visits=%d interval=%s",
                            decision.actions[row],
                            decision.values[row],
                            decision.standardErrors[row],
                            decision.visits[row],
                            interval)
                    .isTrue();
        }
        assertThat(intervals[decision.action].high())
                .isGreaterThanOrEqualTo(Arrays.stream(intervals)
                        .mapToDouble(Interval::low)
                        .max()
                        .orElseThrow());
    }

    @Test
    void tigerOpensExactlyWhenTheNetLeadFirstReachesTwo() {
        Problem problem = Problems.named("tiger");
        Instance instance = problem.instance(1);
        PlannerSettings settings =
                problem.defaultSettings().withParticles(4_000).with(s -> s.memoryBytes = 32L << 20);
        BeliefUpdater updater = instance.updater(settings);
        ParticleBelief belief = new ParticleBelief(instance.model().layout(), settings.particles());
        Decision decision = new Decision();
        RandomStream stream = new RandomStream(77);
        try (Planner planner = new Planner(instance.model(), settings)) {
            for (int sequence = 0; sequence < 200; sequence++) {
                updater.initialise(belief);
                int lead = 0;
                while (true) {
                    planner.plan(belief, Budget.ofEpisodes(20_000), decision);
                    int expected = lead >= 2 ? OPEN_RIGHT : lead <= -2 ? OPEN_LEFT : LISTEN;
                    assertThat(decision.action)
                            .as("sequence %d lead %d", sequence, lead)
                            .isEqualTo(expected);
                    if (decision.action != LISTEN) {
                        break;
                    }
                    int heard = stream.nextBoolean(0.85) ? 0 : 1;
                    lead += heard == 0 ? 1 : -1;
                    updater.update(belief, LISTEN, heard, new float[0]);
                }
            }
        }
    }
}
