package org.teleost.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.Signal;
import org.teleost.problem.StepOutcome;
import org.teleost.trace.ControlDescription.Bounds;

/**
 * Records an episode of an environment with all of its signals: {@link #started} after the reset, {@link #stepped}
 * after each step, then {@link #close}. The file is a {@link ControlTraceWriter}'s. Belongs to the environment's
 * thread.
 */
public final class ControlRecorder implements AutoCloseable {
    private final ControlTraceWriter trace;
    private final float[][] signals;

    /**
     * Creates the file, replacing one that exists; its folder must exist.
     *
     * @param seed of the episode, as the environment gets it
     * @param actor what acts, in a word or two, for people
     * @param configuration what else is needed to repeat the episode
     * @throws IOException if the file cannot be written
     */
    public ControlRecorder(
            Path file, ControlProblem problem, long seed, String actor, Map<String, String> configuration)
            throws IOException {
        List<Signal> known = problem.signals();
        signals = new float[known.size()][];
        for (int i = 0; i < signals.length; i++) {
            signals[i] = new float[known.get(i).size()];
        }
        ControlDescription description = new ControlDescription(
                problem.name(),
                seed,
                actor,
                problem.stepLimit(),
                bounds(problem.observationBox()),
                bounds(problem.actionBox()),
                problem.infoNames(),
                known);
        trace = new ControlTraceWriter(file, description, configuration);
    }

    private static Bounds bounds(Box box) {
        return new Bounds(box.low(), box.high());
    }

    /**
     * The environment was reset.
     *
     * @param observation the first one; not kept
     */
    public void started(Environment environment, float[] observation) {
        trace.observed(observation);
        for (int i = 0; i < signals.length; i++) {
            environment.readSignal(i, signals[i]);
            trace.signal(i, signals[i]);
        }
    }

    /**
     * The environment made a step.
     *
     * @param action that was executed; not kept
     * @param outcome what came of it; not kept
     */
    public void stepped(Environment environment, float[] action, StepOutcome outcome) throws IOException {
        trace.executed(action, outcome.reward, outcome.info, outcome.terminated, outcome.truncated);
        started(environment, outcome.observation);
    }

    /** Writes the state that the last step led to, and the index. */
    @Override
    public void close() throws IOException {
        trace.close();
    }
}
