package org.teleost.experiments.corridor;

import java.util.Locale;
import java.util.stream.Stream;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.ModelWorld;
import org.teleost.problem.Problem;
import org.teleost.problem.World;
import org.teleost.random.RandomStream;

/** Problems whose own code fails outside step, each in one place. */
public record FaultyProblem(Fault fault) implements Problem {
    /** Where it fails. */
    public enum Fault {
        INSTANCE,
        INSTANCE_ARGUMENT,
        WORLD,
        STATIC,
        INITIAL,
        INITIAL_OVERFLOW,
        HISTORY,
        ACTION_TEXT,
        PERCEPT,
        METRICS,
        NEGATIVE_OBSERVATIONS,
        DEAF
    }

    /** One of each kind. */
    public static Stream<FaultyProblem> all() {
        return Stream.of(Fault.values()).map(FaultyProblem::new);
    }

    @Override
    public String name() {
        return "faulty-" + fault.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String summary() {
        return "fails on purpose";
    }

    @Override
    public int defaultSteps() {
        return 4;
    }

    @Override
    public PlannerSettings defaultSettings() {
        return CorridorProblem.sound().defaultSettings();
    }

    private void fail(Fault where) {
        if (fault == where) {
            throw new IllegalStateException("broken on purpose");
        }
    }

    @Override
    public Instance instance(long seed) {
        fail(Fault.INSTANCE);
        if (fault == Fault.INSTANCE_ARGUMENT) {
            Integer.parseInt("no map");
        }
        return new Instance() {
            @Override
            public GenerativeModel model() {
                return new Model();
            }

            @Override
            public World world(long worldSeed) {
                fail(Fault.WORLD);
                return new FaultyWorld(new ModelWorld(new Model(), worldSeed));
            }
        };
    }

    private final class FaultyWorld implements World {
        private final World inner;

        FaultyWorld(World inner) {
            this.inner = inner;
        }

        @Override
        public void step(int action, Outcome out) {
            inner.step(action, out);
        }

        @Override
        public float[] percept() {
            fail(Fault.PERCEPT);
            return inner.percept();
        }

        @Override
        public State state() {
            return inner.state();
        }

        @Override
        public boolean succeeded() {
            return false;
        }

        @Override
        public java.util.Map<String, Double> metrics() {
            if (fault == Fault.METRICS) {
                throw new AssertionError("broken on purpose");
            }
            return inner.metrics();
        }
    }

    private static final class Table {
        static final int[] CELLS = new int[-1];

        private Table() {}
    }

    private final class Model implements GenerativeModel {
        @Override
        public String name() {
            return "faulty";
        }

        @Override
        public StateLayout layout() {
            return StateLayout.ofInts("position").withHistory("steps");
        }

        @Override
        public int actionCount() {
            return 2;
        }

        @Override
        public long observationCount() {
            return fault == Fault.NEGATIVE_OBSERVATIONS ? -1 : 2;
        }

        @Override
        public double discount() {
            return 0.9;
        }

        @Override
        public void sampleInitial(State state, RandomStream stream) {
            fail(Fault.INITIAL);
            if (fault == Fault.INITIAL_OVERFLOW) {
                throw new StackOverflowError("broken on purpose");
            }
            state.ints[0] = fault == Fault.STATIC ? Table.CELLS.length : 0;
        }

        @Override
        public void updateHistory(State nextState, int action, long observation) {
            fail(Fault.HISTORY);
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            out.set(-1.0, 0, false);
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            return fault == Fault.DEAF ? Double.NEGATIVE_INFINITY : 0.0;
        }

        @Override
        public String actionText(int action) {
            if (fault == Fault.ACTION_TEXT) {
                throw new AssertionError("broken on purpose");
            }
            return "a" + action;
        }
    }
}
