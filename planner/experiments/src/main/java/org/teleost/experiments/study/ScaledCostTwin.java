package org.teleost.experiments.study;

import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;

/** Steps that are repeated by a twin of the environment, which lives through episodes of its own. */
final class ScaledCostTwin implements Environment {
    private final Environment environment;
    private final Environment twin;
    private final int repeats;
    private final int stepLimit;
    private final Runnable onClose;
    private final StepOutcome discarded;
    private final float[] discardedObservation;
    private long twinSeed;
    private int twinStep;
    private boolean twinRuns;
    private boolean open = true;

    ScaledCostTwin(ControlProblem problem, int factor, Runnable onClose) {
        this.onClose = onClose;
        repeats = factor - 1;
        stepLimit = problem.stepLimit();
        int observations = problem.observationBox().size();
        discarded = new StepOutcome(observations, problem.infoNames().size());
        discardedObservation = new float[observations];
        environment = problem.newEnvironment();
        twin = repeats == 0 ? null : problem.newEnvironment();
    }

    @Override
    public void reset(long seed, float[] observation) {
        environment.reset(seed, observation);
        twinSeed = seed;
        twinRuns = false;
    }

    @Override
    public void step(float[] action, StepOutcome out) {
        environment.step(action, out);
        for (int i = 0; i < repeats; i++) {
            repeat(action);
        }
    }

    private void repeat(float[] action) {
        try {
            if (!twinRuns) {
                twin.reset(twinSeed++, discardedObservation);
                twinStep = 0;
                twinRuns = true;
            }
            twin.step(action, discarded);
            twinStep++;
            twinRuns = !discarded.last() && twinStep < stepLimit;
        } catch (RuntimeException e) {
            // the twin meets states that the environment itself does not; its failures are discarded as its outcomes
            twinRuns = false;
        }
    }

    @Override
    public void readSignal(int signal, float[] out) {
        environment.readSignal(signal, out);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            try {
                environment.close();
            } finally {
                if (twin != null) {
                    twin.close();
                }
                onClose.run();
            }
        }
    }
}
