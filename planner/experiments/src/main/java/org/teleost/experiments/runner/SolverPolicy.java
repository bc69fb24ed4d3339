package org.teleost.experiments.runner;

import java.util.Optional;
import java.util.stream.LongStream;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.control.DecisionLoop;
import org.teleost.experiments.config.RunSettings;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.Solver;
import org.teleost.plan.StepWatch;
import org.teleost.problem.Instance;
import org.teleost.tree.TreeSample;

/** A solver in a control session, with the problem's own belief update: whichever solver, the same belief. */
final class SolverPolicy implements Policy {
    private final DecisionLoop session;
    private final Budget budget;
    private final long[] threads;
    private final String method;

    /** @param method a line for people, empty when there is nothing to say */
    SolverPolicy(Solver solver, String method, Instance instance, PlannerSettings settings, RunSettings run) {
        ParticleBelief belief = new ParticleBelief(instance.model().layout(), settings.particles());
        session = new DecisionLoop(solver, instance.updater(settings), belief, run.beliefInBudget());
        budget = run.budget();
        this.method = method;
        long caller = Thread.currentThread().getId();
        threads = LongStream.concat(LongStream.of(caller), LongStream.of(solver.workerThreadIds()))
                .distinct()
                .toArray();
    }

    @Override
    public void decide(Decision out) {
        session.decide(budget, out);
    }

    @Override
    public void cancel() {
        session.cancel();
    }

    @Override
    public Optional<StepWatch> watch() {
        return session.watch();
    }

    @Override
    public boolean sampleTree(int rows, TreeSample out) {
        return session.sampleTree(rows, out);
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public BeliefHealth observe(int action, long observation, float[] percept) {
        return session.observe(action, observation, percept);
    }

    @Override
    public ParticleBelief belief() {
        return session.belief();
    }

    @Override
    public long beliefNanos() {
        return session.beliefNanos();
    }

    @Override
    public long[] planningThreads() {
        return threads;
    }

    @Override
    public void close() {
        session.close();
    }
}
