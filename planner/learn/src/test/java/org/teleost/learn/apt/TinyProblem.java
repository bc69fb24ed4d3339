package org.teleost.learn.apt;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

/** A noisy linear system of two states that a test can make crash, hang or give nonsense. Counts its instances. */
final class TinyProblem implements ControlProblem {
    static final int OBSERVATIONS = 2;
    static final int ACTIONS = 2;
    static final int STEP_LIMIT = 20;

    /** Runs at the end of a step; may throw, wait, or change the outcome. */
    @FunctionalInterface
    interface Mischief {
        /**
         * Called with the outcome filled in.
         *
         * @param actor number in the name of the actor's thread, -1 on the learner's thread
         * @param instance number of the environment in the order of creation
         * @param step number of the step of this instance, from 0
         */
        void afterStep(int actor, int instance, int step, StepOutcome out);
    }

    final AtomicInteger created = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger steps = new AtomicInteger();
    private final Mischief mischief;

    TinyProblem() {
        this((actor, instance, step, out) -> {});
    }

    TinyProblem(Mischief mischief) {
        this.mischief = mischief;
    }

    @Override
    public String name() {
        return "tiny";
    }

    @Override
    public String summary() {
        return "a noisy linear system";
    }

    @Override
    public Box observationBox() {
        return Box.unbounded(OBSERVATIONS);
    }

    @Override
    public Box actionBox() {
        return new Box(new float[] {-2f, 0f}, new float[] {2f, 1f});
    }

    @Override
    public int stepLimit() {
        return STEP_LIMIT;
    }

    @Override
    public List<String> infoNames() {
        return List.of("step");
    }

    @Override
    public Environment newEnvironment() {
        return new Tiny(created.getAndIncrement());
    }

    private static int actorOfThread() {
        String name = Thread.currentThread().getName();
        return name.startsWith("teleost-actor-") ? Integer.parseInt(name.substring("teleost-actor-".length())) : -1;
    }

    private final class Tiny implements Environment {
        private final int instance;
        private final RandomStream stream = new RandomStream(0);
        private final float[] state = new float[OBSERVATIONS];
        private int stepsOfInstance;
        private boolean open = true;

        Tiny(int instance) {
            this.instance = instance;
        }

        @Override
        public void reset(long seed, float[] observation) {
            stream.startEpisode(seed, 0, 0);
            for (int i = 0; i < OBSERVATIONS; i++) {
                state[i] = (float) stream.nextGaussian();
                observation[i] = state[i];
            }
        }

        @Override
        public void step(float[] action, StepOutcome out) {
            for (int i = 0; i < OBSERVATIONS; i++) {
                state[i] = 0.9f * state[i] + 0.1f * action[i] + 0.05f * (float) stream.nextGaussian();
                out.observation[i] = state[i];
            }
            out.info[0] = stepsOfInstance;
            out.reward = -state[0] * state[0];
            out.terminated = stream.nextDouble() < 0.02;
            out.truncated = false;
            steps.incrementAndGet();
            mischief.afterStep(actorOfThread(), instance, stepsOfInstance++, out);
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                closed.incrementAndGet();
            }
        }
    }
}
