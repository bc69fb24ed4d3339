package org.teleost.experiments.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.config.NearestName;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.config.RunSettings;
import org.teleost.experiments.config.SolverSpec;
import org.teleost.model.ActionBox;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Solver;
import org.teleost.plan.SolverOptions;
import org.teleost.plan.SolverProvider;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.problem.Rule;
import org.teleost.problem.World;
import org.teleost.random.RandomStream;

/**
 * The policies that can be named: planner, installed solvers, random actions, the problem's own baselines and rules.
 */
public final class Policies {
    /** Name of the policy that draws legal actions uniformly. */
    public static final String RANDOM = "random";

    private Policies() {}

    /** Names that {@link #named} accepts for this problem. */
    public static List<String> names(Problem problem) {
        List<String> names = new ArrayList<>(List.of(RunSettings.PLANNER, RANDOM));
        problem.baselines().forEach(baseline -> names.add(baseline.name()));
        problem.rules().forEach(rule -> names.add(rule.name()));
        SolverProvider.installed().forEach(solver -> names.add(solver.name()));
        return names;
    }

    /** Whether a policy as the user wrote it is the planner. */
    public static boolean isPlanner(String policy) {
        String name = SolverSpec.parse(policy).name();
        return name.equals(RunSettings.PLANNER) || name.equals(RunSettings.VOPP);
    }

    /** The policy that the configuration names; throws {@link ConfigException} with a suggestion. */
    public static PolicyFactory named(Problem problem, RunConfiguration configuration) {
        SolverSpec spec = SolverSpec.parse(configuration.run().policy());
        if (isPlanner(spec.text())) {
            refuseOptions(spec);
            return (instance, world, seed) -> planner(instance, configuration, seed);
        }
        Optional<SolverProvider> provider = SolverProvider.installed().stream()
                .filter(solver -> solver.name().equals(spec.name()))
                .findFirst();
        if (provider.isPresent()) {
            return (instance, world, seed) -> solver(provider.get(), spec, instance, configuration, seed);
        }
        if (spec.name().equals(RANDOM)) {
            refuseOptions(spec);
            return (instance, world, seed) -> random(instance.model(), world, seed);
        }
        for (Problem.ConstantPolicy baseline : problem.baselines()) {
            if (baseline.name().equals(spec.text())) {
                return (instance, world, seed) -> out -> out.action = baseline.action();
            }
        }
        for (Rule.Named rule : problem.rules()) {
            if (rule.name().equals(spec.text())) {
                return (instance, world, seed) ->
                        new RulePolicy(rule, instance, configuration.planner().withSeed(seed));
            }
        }
        throw new ConfigException("unknown policy '" + spec.name() + "'" + NearestName.hint(spec.name(), names(problem))
                + "\npolicies for " + problem.name() + ": " + String.join(", ", names(problem)));
    }

    private static void refuseOptions(SolverSpec spec) {
        new SolverOptions(spec.own()).refuseOthers(spec.name());
    }

    private static Policy planner(Instance instance, RunConfiguration configuration, long seed) {
        PlannerSettings settings = configuration.planner().withSeed(seed);
        Planner planner = EngineChoice.parse(configuration.run().engine()).planner(instance.model(), settings);
        String method = planner.findsItsMethod() ? planner.method() : "";
        return new SolverPolicy(planner, method, instance, settings, configuration.run());
    }

    private static Policy solver(
            SolverProvider provider, SolverSpec spec, Instance instance, RunConfiguration configuration, long seed) {
        PlannerSettings settings = configuration.planner().withSeed(seed);
        Map<String, String> own = spec.own();
        Solver solver = provider.open(instance.model(), settings, new SolverOptions(own));
        return new SolverPolicy(solver, solver.method(), instance, settings, configuration.run());
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
