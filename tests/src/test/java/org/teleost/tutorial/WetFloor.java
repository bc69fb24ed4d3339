package org.teleost.tutorial;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.control.ControlSession;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.ModelWorld;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;
import org.teleost.problem.World;
import org.teleost.random.RandomStream;
import org.teleost.trace.EpisodeTraceWriter;

/**
 * A delivery robot in a corridor of nine cells, 0 to 8. The cleaners may have left one wet patch, on a cell from 1 to 7
 * or nowhere, all eight equally likely. The robot knows where it is, but not where the patch is.
 */
public final class WetFloor implements GenerativeModel {
    /** One cell on at full speed: costs 1, but 25 on the wet patch. */
    static final int DRIVE = 0;

    /** One cell on at walking pace: costs 3, wet or not. */
    static final int CREEP = 1;

    /** Stay and point the camera at the next cell: costs 0.5. */
    static final int LOOK = 2;

    static final int DRY = 0;
    static final int WET = 1;

    static final int GOAL = 8;
    static final double DELIVERY = 20.0;
    static final double CAMERA_RIGHT = 0.85;

    // int lanes of a state; a patch on cell 0 stands for a dry floor
    private static final int CELL = 0;
    private static final int PATCH = 1;

    private static final StateLayout LAYOUT = StateLayout.ofInts("cell", "patch");

    @Override
    public String name() {
        return "wet-floor";
    }

    @Override
    public StateLayout layout() {
        return LAYOUT;
    }

    @Override
    public int actionCount() {
        return 3;
    }

    @Override
    public long observationCount() {
        return 2;
    }

    @Override
    public double discount() {
        return 0.98;
    }

    @Override
    public void sampleInitial(State state, RandomStream stream) {
        state.ints[CELL] = 0;
        state.ints[PATCH] = stream.nextInt(GOAL);
    }

    @Override
    public void step(State state, int action, RandomStream stream, Outcome out) {
        int next = state.ints[CELL] + 1;
        boolean wet = next == state.ints[PATCH];
        if (action == LOOK) {
            boolean right = stream.nextBoolean(CAMERA_RIGHT);
            out.set(-0.5, right == wet ? WET : DRY, false);
            return;
        }
        // the robot moves, and its wheels feel the patch
        state.ints[CELL] = next;
        double cost = action == CREEP ? 3.0 : wet ? 25.0 : 1.0;
        boolean arrived = next == GOAL;
        out.set(arrived ? DELIVERY - cost : -cost, wet ? WET : DRY, arrived);
    }

    @Override
    public double logLikelihood(long observation, int action, State nextState) {
        int cell = nextState.ints[CELL];
        boolean wet = nextState.ints[PATCH] == (action == LOOK ? cell + 1 : cell);
        boolean right = wet == (observation == WET);
        double accuracy = action == LOOK ? CAMERA_RIGHT : 1.0;
        return Math.log(right ? accuracy : 1.0 - accuracy);
    }

    /** Return of a robot that sees the patch: it creeps over it and drives everywhere else. */
    @Override
    public double heuristicValue(State state) {
        double value = DELIVERY;
        for (int cell = GOAL; cell > state.ints[CELL]; cell--) {
            double future = cell == GOAL ? value : discount() * value;
            value = future - (cell == state.ints[PATCH] ? 3.0 : 1.0);
        }
        return value;
    }

    @Override
    public Optional<DeviceModel> deviceModel() {
        return Optional.of(DeviceModel.of(this)
                .define("GOAL", GOAL)
                .define("DELIVERY", DELIVERY)
                .define("CAMERA_RIGHT", CAMERA_RIGHT)
                .file(WetFloor.class, "wet-floor.cu")
                .build());
    }

    @Override
    public String actionText(int action) {
        return List.of("drive", "creep", "look").get(action);
    }

    @Override
    public String observationText(long observation) {
        return observation == WET ? "wet" : "dry";
    }

    /** Delivers once, a decision per step; returns the discounted return. */
    static double deliver(PlannerSettings settings, Budget budget, Path traceFile, PrintStream log) throws IOException {
        WetFloor model = new WetFloor();
        long seed = settings.seed();
        World robot = new ModelWorld(model, seed);
        Map<String, String> notes = Map.of("budget", budget.text());
        Decision decision = new Decision();
        Outcome outcome = new Outcome();
        BeliefHealth health = null;
        double discountedReturn = 0.0;
        double weight = 1.0;
        try (ControlSession session = ControlSession.open(model, settings, WetFloor::veto);
                EpisodeTraceWriter trace = new EpisodeTraceWriter(traceFile, model, seed, notes)) {
            while (!outcome.terminal) {
                // think
                session.decide(budget, decision);
                log.println(explain(model, decision));
                trace.planned(robot.state(), session.belief(), health, decision);

                // act
                robot.step(decision.action, outcome);
                trace.executed(decision.action, outcome, robot.state());
                discountedReturn += weight * outcome.reward;
                weight *= model.discount();

                // observe
                if (!outcome.terminal) {
                    health = session.observe(decision.action, outcome.observation);
                    if (!health.trustworthy()) {
                        log.println("careful: " + health);
                    }
                }
            }
        }
        return discountedReturn;
    }

    static PlannerSettings settings() {
        return PlannerSettings.defaults().with(s -> {
            s.particles = 2_000;
            s.memoryBytes = 32L << 20;
            s.maxDepth = 40;
        });
    }

    static String explain(WetFloor model, Decision decision) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%-5s", model.actionText(decision.action)));
        text.append(String.format(Locale.ROOT, " V=%6.2f gap=%5.2f |", decision.value, decision.gap()));
        for (int i = 0; i < decision.actionRows; i++) {
            String action = model.actionText(decision.actions[i]);
            text.append(String.format(Locale.ROOT, " %s %.2f (%d)", action, decision.values[i], decision.visits[i]));
        }
        for (int i = 0; i < decision.observationRows; i++) {
            String seen = model.observationText(decision.observations[i]);
            text.append(String.format(Locale.ROOT, " | %s %.0f %%", seen, 100 * decision.observationProbabilities[i]));
        }
        if (decision.vetoedAction >= 0) {
            text.append(" | not ").append(model.actionText(decision.vetoedAction));
            text.append(": ").append(decision.vetoReason);
        }
        return text.toString();
    }

    /** No full speed onto a cell that is wet with a probability above 0.3, whatever the plan says. */
    static String veto(ParticleBelief belief, int action) {
        double wet = action == DRIVE ? probabilityWetAhead(belief) : 0.0;
        return wet > 0.3 ? String.format(Locale.ROOT, "wet with probability %.2f", wet) : null;
    }

    static double probabilityWetAhead(ParticleBelief belief) {
        State particle = belief.layout().newState();
        double wet = 0.0;
        for (int i = 0; i < belief.size(); i++) {
            belief.load(i, particle);
            wet += particle.ints[PATCH] == particle.ints[CELL] + 1 ? belief.weight(i) : 0.0;
        }
        return wet;
    }

    /** What the command line needs to know. */
    public static final class OnCommandLine implements Problem {
        @Override
        public String name() {
            return "wet-floor";
        }

        @Override
        public String summary() {
            return "Corridor of nine cells with a hidden wet patch: look, creep or drive";
        }

        @Override
        public int defaultSteps() {
            return 60;
        }

        @Override
        public PlannerSettings defaultSettings() {
            return settings();
        }

        @Override
        public List<ConstantPolicy> baselines() {
            return List.of(new ConstantPolicy("always-drive", DRIVE), new ConstantPolicy("always-creep", CREEP));
        }

        @Override
        public Instance instance(long seed) {
            return WetFloor::new;
        }
    }

    /** What the service loader looks for. */
    public static final class Provider implements ProblemProvider {
        @Override
        public List<Problem> problems() {
            return List.of(new OnCommandLine());
        }
    }

    public static void main(String[] arguments) throws IOException {
        double earned = deliver(settings().withSeed(7), Budget.ofMillis(100), Path.of("wet-floor.mcap"), System.out);
        System.out.println("discounted return " + earned);
    }
}
