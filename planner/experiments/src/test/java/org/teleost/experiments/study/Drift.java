package org.teleost.experiments.study;

import java.util.concurrent.atomic.AtomicInteger;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

/** A point that drifts along a line and should be kept near 0; episodes of ten steps. Counts its steps. */
final class Drift implements ControlProblem {
    final AtomicInteger steps = new AtomicInteger();
    final AtomicInteger open = new AtomicInteger();

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String summary() {
        return "keep a drifting point near 0";
    }

    @Override
    public Box observationBox() {
        return Box.unbounded(2);
    }

    @Override
    public Box actionBox() {
        return Box.uniform(1, -1f, 1f);
    }

    @Override
    public int stepLimit() {
        return 10;
    }

    @Override
    public Environment newEnvironment() {
        open.incrementAndGet();
        return new Drifting();
    }

    private final class Drifting implements Environment {
        private final RandomStream stream = new RandomStream(0);
        private float position;
        private float drift;

        @Override
        public void reset(long seed, float[] observation) {
            stream.startEpisode(seed, 0, 0);
            position = (float) stream.nextGaussian();
            drift = 0.1f * (float) stream.nextGaussian();
            observation[0] = position;
            observation[1] = drift;
        }

        @Override
        public void step(float[] action, StepOutcome out) {
            steps.incrementAndGet();
            position += drift + 0.5f * action[0];
            out.observation[0] = position;
            out.observation[1] = drift;
            out.reward = -Math.abs(position);
            out.terminated = false;
            out.truncated = false;
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
