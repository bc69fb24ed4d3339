package org.teleost.experiments.corridor;

import java.util.List;
import java.util.Map;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.ModelWorld;
import org.teleost.problem.Problem;
import org.teleost.problem.Rule;
import org.teleost.problem.World;

/** A corridor of three steps whose world counts its steps; variants misbehave at position 2. */
public record CorridorProblem(String name, int end, String fault) implements Problem {
    public static final double DISCOUNT = 0.5;

    /** -1 - 0.5 + 0.25 * 10. */
    public static final double RETURN_OF_ALWAYS_RIGHT = 1.0;

    public static CorridorProblem sound() {
        return new CorridorProblem("corridor", 3, "NONE");
    }

    public static CorridorProblem throwing() {
        return new CorridorProblem("pit", 3, "THROWS");
    }

    public static CorridorProblem notFinite() {
        return new CorridorProblem("abyss", 3, "NAN_REWARD");
    }

    @Override
    public String summary() {
        return "walk to the end";
    }

    @Override
    public int defaultSteps() {
        return 10;
    }

    @Override
    public PlannerSettings defaultSettings() {
        return PlannerSettings.defaults().withThreads(1).withParticles(50).with(s -> s.memoryBytes = 4L << 20);
    }

    @Override
    public List<ConstantPolicy> baselines() {
        return List.of(
                new ConstantPolicy("always-right", Corridor.RIGHT), new ConstantPolicy("always-left", Corridor.LEFT));
    }

    /** Goes right from the first places, as far as the belief knows them; a rule that is blind would not. */
    @Override
    public List<Rule.Named> rules() {
        return List.of(new Rule.Named("right-by-belief", model -> (belief, stream, out) -> {
            State state = model.layout().newState();
            belief.load(0, state);
            boolean known = belief.weight(0) > 0.0 && state.ints[0] < end;
            out.action = known ? Corridor.RIGHT : Corridor.LEFT;
        }));
    }

    @Override
    public Instance instance(long seed) {
        GenerativeModel model = new Corridor(end, DISCOUNT, Corridor.Fault.valueOf(fault));
        return new Instance() {
            @Override
            public GenerativeModel model() {
                return model;
            }

            @Override
            public World world(long worldSeed) {
                return new CountingWorld(new ModelWorld(model, worldSeed));
            }
        };
    }

    private static final class CountingWorld implements World {
        private final ModelWorld world;
        private double steps;

        CountingWorld(ModelWorld world) {
            this.world = world;
        }

        @Override
        public void step(int action, Outcome out) {
            steps++;
            world.step(action, out);
        }

        @Override
        public State state() {
            return world.state();
        }

        @Override
        public boolean succeeded() {
            return world.succeeded();
        }

        @Override
        public Map<String, Double> metrics() {
            return Map.of("footsteps", steps);
        }
    }
}
