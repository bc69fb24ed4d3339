package org.teleost.experiments.runner;

import java.util.ArrayList;
import java.util.List;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.NearestName;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.config.RunSettings;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.problem.Problem;
import org.teleost.problem.World;
import org.teleost.random.RandomStream;

/** The policies that can be named: the planner, random actions, and the problem's own baselines. */
public final class Policies {
    /** Name of the policy that draws legal actions uniformly. */
    public static final String RANDOM = "random";

    private Policies() {}

    /** Names that {@link #named} accepts for this problem. */
    public static List<String> names(Problem problem) {
        List<String> names = new ArrayList<>(List.of(RunSettings.PLANNER, RANDOM));
        problem.baselines().forEach(baseline -> names.add(baseline.name()));
        return names;
    }

    /** The policy that the configuration names; throws {@link ConfigException} with a suggestion. */
    public static PolicyFactory named(Problem problem, RunConfiguration configuration) {
        String name = configuration.run().policy();
        if (name.equals(RunSettings.PLANNER)) {
            return (instance, world, seed) ->
                    new PlannerPolicy(instance, configuration.planner().withSeed(seed), configuration.run());
        }
        if (name.equals(RANDOM)) {
            return (instance, world, seed) -> random(instance.model(), world, seed);
        }
        for (Problem.ConstantPolicy baseline : problem.baselines()) {
            if (baseline.name().equals(name)) {
                return (instance, world, seed) -> out -> out.action = baseline.action();
            }
        }
        throw new ConfigException("unknown policy '" + name + "'" + NearestName.hint(name, names(problem))
                + "\npolicies for " + problem.name() + ": " + String.join(", ", names(problem)));
    }

    /** Legality is shared by all states of one history, so asking the true state gives nothing away. */
    private static Policy random(GenerativeModel model, World world, long seed) {
        RandomStream stream = new RandomStream(seed);
        ActionBox box = model.layout().action();
        if (box.size() > 0) {
            return out -> {
                out.useLanes(box.size());
                out.action = 0;
                box.sample(out.lanes, stream);
            };
        }
        return out -> {
            do {
                out.action = stream.nextInt(model.actionCount());
            } while (!model.isLegal(world.state(), out.action));
        };
    }
}
