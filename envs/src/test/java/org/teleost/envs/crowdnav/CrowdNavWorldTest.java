package org.teleost.envs.crowdnav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.problem.World;
import org.teleost.random.RandomStream;

class CrowdNavWorldTest {
    private final CrowdNavProblem problem = new CrowdNavProblem();
    private final Outcome out = new Outcome();

    @Test
    void crowdIsUniformAndHalfCurious() {
        double sumX = 0.0;
        double sumY = 0.0;
        int curious = 0;
        int crowds = 200;
        for (int seed = 0; seed < crowds; seed++) {
            Crowd crowd = new Crowd(seed);
            CrowdNavWorld world = new CrowdNavWorld(new CrowdNavModel(crowd), crowd, seed);
            for (int i = 0; i < CrowdRules.PEDESTRIANS; i++) {
                assertThat(crowd.x[i]).isBetween(0.0f, 50.0f);
                assertThat(crowd.y[i]).isBetween(-20.0f, 20.0f);
                sumX += crowd.x[i];
                sumY += crowd.y[i];
                curious += world.isCurious(i) ? 1 : 0;
            }
        }
        double count = crowds * (double) CrowdRules.PEDESTRIANS;
        assertThat(sumX / count).isCloseTo(25.0, within(0.25));
        assertThat(sumY / count).isCloseTo(0.0, within(0.2));
        assertThat(curious / count).isCloseTo(0.5, within(0.009));
    }

    /** The model's world of six and the world of 300 must move pedestrians alike. */
    @Test
    void modelPredictsTheWorld() {
        int trials = 3_000;
        for (int action : new int[] {CrowdRules.NORTH, CrowdRules.YELL}) {
            Crowd crowd = new Crowd(5);
            CrowdNavModel model = new CrowdNavModel(crowd);
            double[] world = new double[14];
            double[] predicted = new double[14];
            double[] bits = new double[2];
            State state = model.layout().newState();
            RandomStream stream = new RandomStream(6);
            for (int i = 0; i < trials; i++) {
                CrowdNavWorld truth = new CrowdNavWorld(model, crowd, i);
                int types = truth.state().ints[CrowdNavModel.CURIOUS];
                Tracker tracker = new Tracker();
                tracker.track(crowd, CrowdRules.START_X, CrowdRules.START_Y);
                truth.step(action, out);
                bits[0] += Long.bitCount(out.observation);
                CrowdNavModel.writePositions(
                        truth.crowd(), tracker, truth.percept()[0], truth.percept()[1], state.floats);
                add(world, state.floats);
                model.sampleInitial(state, stream);
                state.ints[CrowdNavModel.CURIOUS] = types;
                model.step(state, action, stream, out);
                bits[1] += Long.bitCount(out.observation);
                add(predicted, state.floats);
            }
            for (int lane = 0; lane < world.length; lane++) {
                assertThat(world[lane] / trials).as("lane %d", lane).isCloseTo(predicted[lane] / trials, within(0.02));
            }
            assertThat(bits[0] / trials).isCloseTo(bits[1] / trials, within(0.05));
        }
    }

    @Test
    void repeatsBitForBitFromItsSeeds() {
        World first = problem.instance(3).world(4);
        World second = problem.instance(3).world(4);
        for (int step = 0; step < 30; step++) {
            first.step(step % 5, out);
            second.step(step % 5, out);
            assertThat(first.percept()).isEqualTo(second.percept());
        }
    }

    @Test
    void trackedPedestriansAreTheNearestAndKeepTheirSlots() {
        Crowd crowd = new Crowd(9);
        Tracker tracker = new Tracker();
        int[] before = new int[CrowdRules.TRACKED];
        for (int x = 1; x < 50; x++) {
            tracker.track(crowd, x, 0.0f);
            double farthest = 0.0;
            for (int slot = 0; slot < CrowdRules.TRACKED; slot++) {
                farthest = Math.max(farthest, crowd.squaredDistance(tracker.pedestrian(slot), x, 0.0f));
            }
            int within = 0;
            for (int i = 0; i < CrowdRules.PEDESTRIANS; i++) {
                within += crowd.squaredDistance(i, x, 0.0f) <= farthest ? 1 : 0;
            }
            assertThat(within).isEqualTo(CrowdRules.TRACKED);
            for (int slot = 0; slot < CrowdRules.TRACKED && x > 1; slot++) {
                boolean stillNear = crowd.squaredDistance(before[slot], x, 0.0f) <= farthest;
                assertThat(tracker.pedestrian(slot) == before[slot]).isEqualTo(stillNear);
            }
            for (int slot = 0; slot < CrowdRules.TRACKED; slot++) {
                before[slot] = tracker.pedestrian(slot);
            }
        }
    }

    @Test
    void alwaysNorthCollidesAgainAndAgain() {
        int episodes = 200;
        double collisions = 0.0;
        double total = 0.0;
        for (int episode = 0; episode < episodes; episode++) {
            World world = problem.instance(episode).world(episode);
            double weight = 1.0;
            int steps = 0;
            do {
                world.step(problem.baselines().get(0).action(), out);
                total += weight * out.reward;
                weight *= CrowdRules.DISCOUNT;
                steps++;
            } while (!out.terminal);
            assertThat(steps).isEqualTo(49);
            assertThat(world.succeeded()).isTrue();
            assertThat(world.metrics()).containsOnlyKeys("collisions", "yells").containsEntry("yells", 0.0);
            collisions += world.metrics().get("collisions");
        }
        System.out.printf(
                Locale.ROOT,
                "crowdnav, %d episodes of always-north: %.2f collisions in 49 steps, return %.0f%n",
                episodes,
                collisions / episodes,
                total / episodes);
        assertThat(collisions / episodes).isBetween(15.0, 24.0);
    }

    private static void add(double[] sums, float[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }
}
