package org.teleost.cuda.engine;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.teleost.belief.ParticleBelief;
import org.teleost.cuda.emulation.EmulatedDevice;
import org.teleost.envs.tiger.TigerProblem;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Problem;

/** The kernels build the host engine's tree: emulated, pass by pass. */
class TwinTreesTest {
    static Stream<Arguments> sizes() {
        return Stream.of(1, 4, 6, 13, 207, 4098).map(size -> Arguments.of(new TigerProblem(), size, 20, 3));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void treesAreTheSame(Problem problem, int size, int passes, int workers) {
        FixedPoint fixedPoint = new FixedPoint(4096);
        GenerativeModel model = problem.instance(1).model();
        PlannerSettings settings = problem.defaultSettings().withParticles(500).withSeed(7).with(s -> {
            s.firstPassEpisodes = size;
            s.maxPassEpisodes = size;
            s.passGrowth = 0.0;
            s.memoryBytes = 64L << 20;
        });
        PlanningProgram program = PlanningProgram.of(model).orElseThrow();
        ParticleBelief belief = new ParticleBelief(model.layout(), settings.particles());
        belief.sampleInitial(model, 99);
        Grid grid = new Grid(workers, 32, workers);
        try (HostPasses host = new HostPasses(new RoundedModel(model, fixedPoint), settings);
                EmulatedDevice device = new EmulatedDevice(program.source(), workers)) {
            host.startDecision(belief, 3);
            DevicePasses passesOnDevice = new DevicePasses(
                    device, model, program.model(), settings, fixedPoint, grid, host.tree.capacity());
            passesOnDevice.startDecision(belief, 3, Long.MAX_VALUE);
            for (int pass = 1; pass <= passes; pass++) {
                host.run(size);
                passesOnDevice.queuePass();
                PassControl control = passesOnDevice.control();
                new TreeComparison(host.tree, new DeviceTree(device, passesOnDevice.tree(), control), fixedPoint)
                        .check(control);
            }
            passesOnDevice.release();
        }
    }
}
