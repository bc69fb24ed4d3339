package org.teleost.cuda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.belief.ParticleBelief;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.emulation.EmulatedDevice;
import org.teleost.cuda.emulation.NativeProgram;
import org.teleost.envs.tiger.TigerProblem;
import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.EngineUnavailableException;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Problem;

/** The planner with a device engine, emulated: the same facade, the same decisions. */
class DeviceEngineTest {
    private static final EngineChoice EMULATED = EngineChoice.parse("emulated!");

    static Stream<Problem> problems() {
        return Problems.all();
    }

    private static PlannerSettings settings(Problem problem) {
        return problem.defaultSettings().withParticles(500).withThreads(2).with(s -> s.memoryBytes = 32L << 20);
    }

    private static ParticleBelief belief(GenerativeModel model, PlannerSettings settings) {
        ParticleBelief belief = new ParticleBelief(model.layout(), settings.particles());
        belief.sampleInitial(model, 5);
        return belief;
    }

    private static Planner emulated(GenerativeModel model, PlannerSettings settings) {
        return EMULATED.planner(model, settings);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void decisionsAreTheHosts(Problem problem) {
        GenerativeModel model = problem.instance(3).model();
        PlannerSettings settings = settings(problem);
        ParticleBelief belief = belief(model, settings);
        GenerativeModel rounded = new RoundedModel(model, DeviceSettings.fixedPoint());
        try (Planner host = new Planner(rounded, settings);
                Planner device = emulated(model, settings)) {
            for (Budget budget : new Budget[] {Budget.ofEpisodes(3001), Budget.ofPasses(5)}) {
                Decisions.assertSame(host.plan(belief, budget), device.plan(belief, budget));
            }
        }
    }

    @Test
    void aFullTreeTakesMorePassesForTheSameEpisodes() {
        Problem problem = Problems.all()
                .filter(p -> p.name().equals("mars-20"))
                .findFirst()
                .orElseThrow();
        GenerativeModel model = problem.instance(3).model();
        PlannerSettings settings = settings(problem).with(s -> s.memoryBytes = 1 << 20);
        try (Planner device = emulated(model, settings)) {
            Decision decision = device.plan(belief(model, settings), Budget.ofEpisodes(20_000));
            assertThat(decision.treeFull).isTrue();
            assertThat(decision.episodes).isEqualTo(20_000);
            assertThat(decision.nodes).isLessThanOrEqualTo(TreeMemory.capacity(1 << 20));
        }
    }

    @Test
    void aTimedBudgetStopsBetweenPasses() {
        Problem problem = new TigerProblem();
        GenerativeModel model = problem.instance(3).model();
        PlannerSettings settings = settings(problem);
        try (Planner device = emulated(model, settings)) {
            Decision decision = device.plan(belief(model, settings), new Budget(1, 1000, 50));
            assertThat(decision.passes).isEqualTo(1);
            Decision patient = device.plan(belief(model, settings), new Budget(1L << 40, 1000, 3));
            assertThat(patient.passes).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reward", "observation", "action", "leaf"})
    void aModelThatBreaksItsContractIsNamed(String fault) {
        GenerativeModel model = new FaultyModel(fault);
        PlannerSettings settings = PlannerSettings.defaults().withParticles(10).withThreads(1);
        try (Planner device = emulated(model, settings)) {
            ParticleBelief belief = belief(model, settings);
            assertThatThrownBy(() -> device.plan(belief, Budget.ofEpisodes(300)))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("model=faulty")
                    .hasMessageContaining(fault.equals("leaf") ? "heuristicValue" : fault);
        }
    }

    @Test
    void aTwinThatDoesNotCompileIsShownWithItsOwnLines() {
        GenerativeModel model = new FaultyModel("syntax");
        PlannerSettings settings = PlannerSettings.defaults().withParticles(10).withThreads(1);
        assertThatThrownBy(() -> emulated(model, settings))
                .isInstanceOf(EngineUnavailableException.class)
                .hasCauseInstanceOf(DeviceException.class)
                .hasMessageContaining("faulty.cu:5");
    }

    /** Many blocks look for them: every block has few children of the chosen edge, or none. */
    @Test
    void predictedObservationsDoNotDependOnTheBlocks() {
        GenerativeModel model = new TigerProblem().instance(3).model();
        PlannerSettings settings = settings(new TigerProblem());
        ParticleBelief belief = belief(model, settings);
        Decision[] decisions = new Decision[2];
        int[] blocks = {1, 37};
        for (int i = 0; i < blocks.length; i++) {
            EmulatedDevice device =
                    new EmulatedDevice(PlanningProgram.of(model).orElseThrow().source(), 2);
            Grid grid = new Grid(2, 32, blocks[i]);
            try (Planner planner = new Planner(
                    model, settings, new DeviceEngine(device, model, settings, new FixedPoint(8192), grid))) {
                decisions[i] = planner.plan(belief, Budget.ofEpisodes(5_000));
            }
        }
        assertThat(decisions[0].observationRows).isPositive();
        Decisions.assertSame(decisions[0], decisions[1]);
    }

    @Test
    void anEngineMayBeClosedTwice() {
        GenerativeModel model = new TigerProblem().instance(3).model();
        PlannerSettings settings = settings(new TigerProblem());
        CountingDevice device = new CountingDevice(
                new EmulatedDevice(PlanningProgram.of(model).orElseThrow().source(), 1));
        DeviceEngine engine = new DeviceEngine(device, model, settings, new FixedPoint(8192), new Grid(1, 32, 1));
        new Planner(model, settings, engine).close();
        engine.close();
        assertThat(device.closed()).isTrue();
        assertThat(device.held()).isZero();
    }

    @Test
    void theCompilerOfTheEmulationIsThereInContinuousIntegration() {
        assumeTrue(Boolean.parseBoolean(System.getenv("CI")), "skipped: this is no continuous integration");
        assertThat(NativeProgram.compilerIsInstalled())
                .as("'%s' is on the PATH; without it no kernel is tested", NativeProgram.compiler())
                .isTrue();
    }
}
