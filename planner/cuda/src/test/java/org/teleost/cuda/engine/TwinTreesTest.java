package org.teleost.cuda.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.belief.ParticleBelief;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.emulation.EmulatedDevice;
import org.teleost.cuda.emulation.NativeProgram;
import org.teleost.cuda.source.ProgramSource;
import org.teleost.envs.rocksample.RockSampleProblem;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.PlannerSettings.EtaUnit;
import org.teleost.problem.Problem;
import org.teleost.settings.ValueRule;
import org.teleost.tree.BeliefTree;

/** The emulated kernels build the host engine's tree, to the last bit of every count, sum and preference. */
class TwinTreesTest {
    private static final int[] SIZES = {1, 4, 6, 13, 207, 4098};
    private static final int PASSES = 20;

    static Stream<Problem> problems() {
        return Problems.all();
    }

    private static PlannerSettings settings(Problem problem, int size) {
        return problem.defaultSettings().withParticles(207).withSeed(7).with(s -> {
            s.firstPassEpisodes = size;
            s.maxPassEpisodes = size;
            s.memoryBytes = 400L * (2048 + (long) PASSES * size);
        });
    }

    private static ParticleBelief belief(GenerativeModel model, PlannerSettings settings) {
        ParticleBelief belief = new ParticleBelief(model.layout(), settings.particles());
        belief.sampleInitial(model, 99);
        return belief;
    }

    private static Device device(GenerativeModel model, int workers) {
        return new EmulatedDevice(PlanningProgram.of(model).orElseThrow().source(), workers);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyPassOfEveryProblem(Problem problem) {
        GenerativeModel model = problem.instance(1).model();
        int blocks = 0;
        try (Device device = device(model, 4)) {
            for (int size : SIZES) {
                blocks = blocks % 4 + 1;
                PlannerSettings settings = settings(problem, size);
                try (EnginePair pair = new EnginePair(device, model, settings, new Grid(blocks, 32, blocks))) {
                    pair.startDecision(belief(model, settings), 3);
                    for (int pass = 0; pass < PASSES; pass++) {
                        pair.passAndCompare(size);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ValueRule.class)
    void everyRuleForValues(ValueRule rule) {
        for (EtaUnit unit : EtaUnit.values()) {
            compare(207, 12, 3, s -> {
                s.valueRule = rule;
                s.etaUnit = unit;
                s.retention = rule == ValueRule.MEAN ? 1.0 : 0.9;
                s.explore = 0.2;
                s.trust = 0.0;
                s.expandVisits = 1;
                s.maxDepth = 5;
            });
        }
    }

    @Test
    void anyNumberOfBlocksAndThreads() {
        for (int blocks = 1; blocks <= 4; blocks++) {
            compare(4098, 3, blocks, s -> {});
        }
    }

    /**
     * Between writing a new row and publishing it every thread gives way, so that others publish the same key first.
     */
    @Test
    void racesForTheSameNewNode() {
        Problem problem = rockSample();
        GenerativeModel model = problem.instance(1).model();
        PlannerSettings settings = settings(problem, 4098);
        ProgramSource source = PlanningProgram.of(model).orElseThrow().source();
        try (Device device = new EmulatedDevice(NativeProgram.emulator(source, "TELEOST_GIVE_WAY"), 4);
                EnginePair pair = new EnginePair(device, model, settings, new Grid(4, 32, 4))) {
            pair.startDecision(belief(model, settings), 1);
            for (int pass = 0; pass < 4; pass++) {
                pair.passAndCompare(4098);
            }
        }
    }

    private static void compare(int size, int passes, int blocks, Consumer<PlannerSettings.Builder> change) {
        Problem problem = rockSample();
        GenerativeModel model = problem.instance(1).model();
        PlannerSettings settings = settings(problem, size).with(change);
        try (Device device = device(model, blocks);
                EnginePair pair = new EnginePair(device, model, settings, new Grid(blocks, 17 * blocks, blocks))) {
            pair.startDecision(belief(model, settings), 1);
            for (int pass = 0; pass < passes; pass++) {
                pair.passAndCompare(size);
            }
        }
    }

    private static Problem rockSample() {
        return RockSampleProblem.published().get(0);
    }

    @Test
    void aFullTreeGoesOnWithoutGrowing() {
        Problem problem = RockSampleProblem.published().get(5);
        GenerativeModel model = problem.instance(1).model();
        PlannerSettings settings = settings(problem, 207).with(s -> {
            s.memoryBytes = BeliefTree.minimumBytes();
            s.expandVisits = 1;
        });
        try (Device device = device(model, 2);
                EnginePair pair = new EnginePair(device, model, settings, new Grid(2, 32, 2))) {
            pair.startDecision(belief(model, settings), 0);
            for (int pass = 0; pass < PASSES; pass++) {
                pair.passAndCompare(207);
            }
            assertThat(pair.host.full()).isTrue();
            int nodes = pair.onDevice.control().nodeCount();
            pair.passAndCompare(207);
            assertThat(pair.onDevice.control().nodeCount()).isEqualTo(nodes);
        }
    }

    @Test
    void weightedBeliefsAndSeveralDecisionsOnOneTree() {
        Problem problem = rockSample();
        GenerativeModel model = problem.instance(1).model();
        PlannerSettings settings = settings(problem, 207);
        ParticleBelief belief = belief(model, settings);
        for (int i = 0; i < belief.size(); i++) {
            belief.setWeight(i, i % 5 == 0 ? 0.0 : 1 + i % 7);
        }
        belief.normalise();
        try (Device device = device(model, 2);
                EnginePair pair = new EnginePair(device, model, settings, new Grid(2, 32, 2))) {
            for (int decision = 0; decision < 3; decision++) {
                pair.startDecision(belief, decision);
                for (int pass = 0; pass < 5; pass++) {
                    pair.passAndCompare(207);
                }
            }
        }
    }
}
