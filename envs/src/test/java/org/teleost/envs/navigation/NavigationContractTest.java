package org.teleost.envs.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.teleost.conformance.ConformanceSettings;
import org.teleost.conformance.ModelConformance;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.problem.ProblemProvider;
import org.teleost.random.RandomStream;

class NavigationContractTest {
    private final NavigationModel model = new NavigationModel(new MapPrior(17));

    @Test
    void passesTheConformanceKit() {
        ModelConformance.check(model, ConformanceSettings.defaults().withRewardRange(-1.0, 20.0))
                .assertPassed();
    }

    @Test
    void isFoundByName() {
        assertThat(ServiceLoader.load(ProblemProvider.class).stream()
                        .filter(provider -> provider.type() == NavigationProvider.class)
                        .flatMap(provider -> provider.get().problems().stream())
                        .map(problem -> problem.name()))
                .containsExactly("navigation");
    }

    @Test
    void allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        State state = model.layout().newState();
        RandomStream stream = new RandomStream(4);
        Outcome out = new Outcome();
        run(state, stream, out, 20_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        double value = run(state, stream, out, 20_000);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(value).isFinite();
        assertThat(bytes).isLessThan(1_000);
    }

    private double run(State state, RandomStream stream, Outcome out, int steps) {
        double sum = 0.0;
        out.terminal = true;
        for (int i = 0; i < steps; i++) {
            if (out.terminal) {
                model.sampleInitial(state, stream);
            }
            int action = model.proposeAction(state, stream);
            model.step(state, action, stream, out);
            sum += model.logLikelihood(out.observation, action, state);
            if (!out.terminal) {
                sum += model.heuristicValue(state);
                model.rejuvenate(state, stream);
            }
        }
        return sum;
    }
}
