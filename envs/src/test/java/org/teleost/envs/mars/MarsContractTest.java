package org.teleost.envs.mars;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.envs.rocks.RockMap;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.problem.ProblemProvider;
import org.teleost.random.RandomStream;

class MarsContractTest {
    private static final ConformanceSettings SETTINGS =
            ConformanceSettings.defaults().withRewardRange(-200.0, 20.0);

    @ParameterizedTest
    @CsvSource({"4, 1", "4, 6", "7, 33", "20, 20", "50, 50", "9, 64"})
    void passesTheConformanceKit(int size, int rocks) {
        Mars model = new Mars("mars-test", new MarsProblem("mars-test", size, rocks, 90).map(11));
        ModelConformance.check(model, SETTINGS).assertPassed();
    }

    @ParameterizedTest
    @EnumSource(LeafValue.class)
    void everyLeafValuePasses(LeafValue leafValue) {
        RockMap map = new MarsProblem("mars-test", 6, 5, 90).map(3);
        ModelConformance.check(new Mars("mars-test", map, leafValue, Mars.COSTS), SETTINGS)
                .assertPassed();
    }

    @Test
    void isFoundByName() {
        assertThat(ServiceLoader.load(ProblemProvider.class).stream()
                        .filter(provider -> provider.type() == MarsProvider.class)
                        .flatMap(provider -> provider.get().problems().stream())
                        .map(problem -> problem.name() + " " + problem.defaultSteps()))
                .containsExactly("mars-20 90", "mars-50 600");
    }

    @Test
    void allocatesNothing() {
        Mars model = new Mars("mars-20", new MarsProblem("mars-20", 20, 20, 90).map(1));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        State state = model.layout().newState();
        RandomStream stream = new RandomStream(4);
        Outcome out = new Outcome();
        run(model, state, stream, out, 20_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        double value = run(model, state, stream, out, 20_000);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(value).isFinite();
        assertThat(bytes).isLessThan(1_000);
    }

    private static double run(Mars model, State state, RandomStream stream, Outcome out, int steps) {
        double sum = 0.0;
        out.terminal = true;
        for (int i = 0; i < steps; i++) {
            if (out.terminal) {
                model.initialHistory(state);
                model.sampleInitial(state, stream);
            }
            int action = model.proposeAction(state, stream);
            model.step(state, action, stream, out);
            model.updateHistory(state, action, out.observation);
            sum += model.logLikelihood(out.observation, action, state);
            sum += out.terminal ? 0.0 : model.heuristicValue(state);
            model.rejuvenate(state, stream);
        }
        return sum;
    }
}
