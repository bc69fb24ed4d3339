package org.teleost.envs.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.World;
import org.teleost.random.RandomStream;

/** Numbers that another team must find too; printed. */
class NavigationParityTest {
    private static final double GAMMA = NavigationModel.DISCOUNT;

    @Test
    void clairvoyantReturnAndUnsolvableMaps() {
        int maps = 100_000;
        int unsolvable = 0;
        double published = 0.0;
        double earned = 0.0;
        RandomStream stream = new RandomStream(31);
        for (int i = 0; i < maps; i++) {
            NavigationModel model = new NavigationModel(new MapPrior(i));
            State state = model.layout().newState();
            model.sampleInitial(state, stream);
            int path = ShortestPath.search(
                    state.ints, NavigationModel.MAP, state.ints[NavigationModel.ROBOT], MapPrior.GOAL);
            unsolvable += path < 0 ? 1 : 0;
            if (path > 0) {
                published += model.heuristicValue(state);
                earned += walk((path >>> 8) - 1) + 20.0 * Math.pow(GAMMA, (path >>> 8) - 1);
            }
        }
        int solvable = maps - unsolvable;
        double all = (published + unsolvable * walk(60)) / maps;
        System.out.printf(
                Locale.ROOT,
                "navigation, %d maps: no path %.4f; clairvoyant estimate %.3f (solvable %.3f), return earned %.3f%n",
                maps,
                unsolvable / (double) maps,
                all,
                published / solvable,
                earned / solvable);
        assertThat(unsolvable / (double) maps).isCloseTo(0.029, within(0.002));
        assertThat(published / solvable).isCloseTo(14.81, within(0.03));
        assertThat(all).isCloseTo(14.27, within(0.04));
    }

    /** Closed loop with the particle filter: follow the first step that most of the belief's shortest paths share. */
    @Test
    void majorityOfShortestPathsMostlyReachesTheGoal() {
        int episodes = 120;
        int successes = 0;
        int steps = 0;
        double total = 0.0;
        NavigationProblem problem = new NavigationProblem();
        PlannerSettings settings = problem.defaultSettings().withParticles(2_000);
        for (int episode = 0; episode < episodes; episode++) {
            Instance instance = problem.instance(episode);
            World world = instance.world(episode);
            BeliefUpdater updater = instance.updater(settings.withSeed(episode));
            ParticleBelief belief = new ParticleBelief(instance.model().layout(), settings.particles());
            updater.initialise(belief);
            Outcome out = new Outcome();
            int step = 0;
            double weight = 1.0;
            do {
                int action = vote(belief, instance.model().layout().newState());
                world.step(action, out);
                total += weight * out.reward;
                weight *= GAMMA;
                step++;
                if (!out.terminal) {
                    updater.update(belief, action, out.observation, world.percept());
                }
            } while (!out.terminal && step < problem.defaultSteps());
            successes += world.succeeded() ? 1 : 0;
            steps += world.succeeded() ? step : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "navigation, %d episodes of majority voting: success %.3f, %.1f steps, return %.2f%n",
                episodes,
                successes / (double) episodes,
                steps / (double) successes,
                total / episodes);
        assertThat(successes).isGreaterThan(episodes * 6 / 10);
    }

    private static int vote(ParticleBelief belief, State state) {
        double[] votes = new double[NavigationModel.STAY + 1];
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, state);
            int path = ShortestPath.search(
                    state.ints, NavigationModel.MAP, state.ints[NavigationModel.ROBOT], MapPrior.GOAL);
            for (int bits = path > 0 ? path & 0xFF : 0; bits != 0; bits &= bits - 1) {
                votes[Integer.numberOfTrailingZeros(bits)] += belief.weight(i) / Integer.bitCount(path & 0xFF);
            }
        }
        int best = NavigationModel.STAY;
        for (int action = 0; action < NavigationModel.STAY; action++) {
            best = votes[action] > votes[best] ? action : best;
        }
        return best;
    }

    private static double walk(int steps) {
        return -0.1 * (1.0 - Math.pow(GAMMA, steps)) / (1.0 - GAMMA);
    }
}
