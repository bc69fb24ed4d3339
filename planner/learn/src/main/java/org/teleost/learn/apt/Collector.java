package org.teleost.learn.apt;

import java.util.Arrays;
import org.teleost.learn.replay.Transition;
import org.teleost.policy.PolicyNetwork;
import org.teleost.policy.PolicyRunner;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;

/**
 * One life of an actor: an environment and the episode it is in. After an exception it is of no more use than to be
 * closed. Belongs to one thread, but for {@link #progress} and {@link #episode}.
 */
final class Collector implements AutoCloseable {
    /** The two lowest bits of {@link #progress}: not in the environment's code. */
    static final int OUTSIDE = 0;

    static final int RESETTING = 1;
    static final int STEPPING = 2;
    static final int PHASE_MASK = 3;

    private final ControlProblem problem;
    private final long seed;
    private final int actor;
    private final boolean checked;
    private final boolean remembers;
    private final float[] actionLow;
    private final float[] actionHigh;
    private final int actionSize;
    private final int stepLimit;
    private final ExplorationNoise noise;
    private final StepOutcome outcome;
    private final float[] observation;
    private final float[] executed;
    private float[] remembered = new float[0];
    private Environment environment;
    private PolicyRunner runner;
    private long episodeSeed;
    private boolean running;
    private int step;
    private volatile long episode;
    private volatile long progress;

    /** @param nextEpisode number of the first episode it starts */
    Collector(ControlProblem problem, AptSettings settings, int actor, long nextEpisode) {
        this.problem = problem;
        this.actor = actor;
        seed = settings.seed();
        checked = settings.checked();
        remembers = settings.mode().reproducible();
        actionLow = problem.actionBox().low();
        actionHigh = problem.actionBox().high();
        actionSize = actionLow.length;
        stepLimit = problem.stepLimit();
        noise = new ExplorationNoise(Seeds.actions(seed, actor), settings.noiseSpan(), actionSize);
        int observationSize = problem.observationBox().size();
        outcome = new StepOutcome(observationSize, problem.infoNames().size());
        observation = new float[observationSize];
        executed = new float[actionSize];
        episode = nextEpisode - 1;
    }

    /**
     * Executes one step and starts an episode before it if none is running.
     *
     * @param network acts; null for a uniformly random action
     * @param out receives the transition; incomplete if an exception is thrown
     * @throws NotFiniteException if an observation, reward or action is not finite
     */
    void step(PolicyNetwork network, Transition out) {
        if (!running) {
            begin(episode + 1);
        }
        chooseAction(network, out.action);
        actionToEnvironment(out.action);
        execute();
        remember();
        System.arraycopy(observation, 0, out.observation, 0, observation.length);
        System.arraycopy(outcome.observation, 0, out.nextObservation, 0, observation.length);
        out.reward = (float) outcome.reward;
        out.terminated = outcome.terminated;
        out.truncated = outcome.truncated || (!outcome.terminated && step + 1 >= stepLimit);
        out.worker = actor;
        out.episode = episode;
        out.step = step;
        out.policyVersion = network == null ? Transition.NO_POLICY : network.version();
        out.checksum = checked ? out.computeChecksum() : 0;
        advance(out.last());
    }

    private void begin(long newEpisode) {
        episode = newEpisode;
        episodeSeed = Seeds.episode(seed, actor, newEpisode);
        step = 0;
        enter(RESETTING);
        try {
            if (environment == null) {
                environment = problem.newEnvironment();
            }
            environment.reset(episodeSeed, observation);
        } finally {
            enter(OUTSIDE);
        }
        requireFinite(observation);
        running = true;
    }

    private void chooseAction(PolicyNetwork network, float[] action) {
        if (network == null) {
            noise.uniform(episode, step, action);
            return;
        }
        if (runner == null) {
            runner = new PolicyRunner(network);
        } else {
            runner.use(network);
        }
        try {
            runner.sampleNormalised(observation, noise.normal(episode, step), action);
        } catch (ArithmeticException e) {
            throw new NotFiniteException(e.getMessage());
        }
    }

    private void actionToEnvironment(float[] action) {
        for (int i = 0; i < actionSize; i++) {
            if (!Float.isFinite(action[i])) {
                throw new NotFiniteException("action is not finite: component=" + i + " value=" + action[i] + at());
            }
        }
        PolicyNetwork.toEnvironmentUnits(actionLow, actionHigh, action, executed);
    }

    private void execute() {
        enter(STEPPING);
        try {
            environment.step(executed, outcome);
        } finally {
            enter(OUTSIDE);
        }
        if (!Float.isFinite((float) outcome.reward)) {
            throw new NotFiniteException("reward is not finite: value=" + outcome.reward + at());
        }
        requireFinite(outcome.observation);
    }

    private void requireFinite(float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new NotFiniteException(
                        "observation is not finite: component=" + i + " value=" + values[i] + at());
            }
        }
    }

    private String at() {
        return " actor=" + actor + " episode=" + episode + " step=" + step + " seed=" + episodeSeed;
    }

    private void advance(boolean last) {
        System.arraycopy(outcome.observation, 0, observation, 0, observation.length);
        step++;
        running = !last;
    }

    private void remember() {
        if (remembers) {
            int needed = (step + 1) * actionSize;
            if (needed > remembered.length) {
                remembered = Arrays.copyOf(remembered, Math.max(needed, 2 * remembered.length));
            }
            System.arraycopy(executed, 0, remembered, step * actionSize, actionSize);
        }
    }

    /** The actions of the running episode in the environment's units, shape [steps][actionSize]; null if none runs. */
    float[] runningActions() {
        return running ? Arrays.copyOf(remembered, step * actionSize) : null;
    }

    /** Tells two states of an episode apart by the newest observation. */
    int observationHash() {
        return Arrays.hashCode(observation);
    }

    /**
     * Brings a fresh environment to where the saved one was by repeating the episode's actions: the same seed and
     * actions give the same bits.
     *
     * @param actions what {@link #runningActions} gave
     * @param hash what {@link #observationHash} gave
     * @throws IllegalStateException if the environment is somewhere else
     */
    void repeat(long savedEpisode, float[] actions, int hash) {
        begin(savedEpisode);
        int steps = actions.length / actionSize;
        for (int i = 0; i < steps; i++) {
            System.arraycopy(actions, i * actionSize, executed, 0, actionSize);
            execute();
            remember();
            advance(false);
        }
        if (observationHash() != hash) {
            throw new IllegalStateException("the same seed and actions gave another observation:" + at()
                    + "; the environment is not reproducible, or not the one of the saved run");
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    private void enter(int phase) {
        progress = (progress | PHASE_MASK) + 1 + phase;
    }

    /** Grows with every call of the environment and every return; the lowest bits tell which. */
    long progress() {
        return progress;
    }

    int actor() {
        return actor;
    }

    /** Number of the running episode, or of the last one if none runs. */
    long episode() {
        return episode;
    }

    /** Closes the environment; {@link #runningActions} can still be asked. */
    @Override
    public void close() {
        if (environment != null) {
            Environment closing = environment;
            environment = null;
            closing.close();
        }
    }
}
