package org.teleost.experiments.study;

import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;

/** A control problem whose environments fail by a schedule. */
final class FaultyProblem extends ProblemWithOtherSteps {
    private final FaultSchedule schedule;

    FaultyProblem(ControlProblem problem, FaultSchedule schedule) {
        super(problem);
        this.schedule = schedule;
    }

    @Override
    public Environment newEnvironment() {
        return new Faulty(problem.newEnvironment(), schedule);
    }

    private record Faulty(Environment environment, FaultSchedule schedule) implements Environment {
        @Override
        public void reset(long seed, float[] observation) {
            environment.reset(seed, observation);
        }

        @Override
        public void step(float[] action, StepOutcome out) {
            environment.step(action, out);
            FaultKind fault = schedule.take();
            if (fault == null) {
                return;
            }
            switch (fault) {
                case CRASH -> throw new IllegalStateException("injected crash; the fault study wants it");
                case HANG -> schedule.hang();
                case NAN -> out.reward = Double.NaN;
                default -> throw new AssertionError(fault);
            }
        }

        @Override
        public void close() {
            environment.close();
        }
    }
}
