package org.teleost.experiments.runner;

import java.util.stream.LongStream;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.ParticleBelief;
import org.teleost.experiments.config.RunSettings;
import org.teleost.plan.Budget;
import org.teleost.plan.ControlSession;
import org.teleost.plan.Decision;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.tree.TreeSample;

/** The planner in a control session, with the problem's own belief update. */
final class PlannerPolicy implements Policy {
    private final ControlSession session;
    private final Budget budget;
    private final long[] threads;
    private final String method;

    PlannerPolicy(Instance instance, PlannerSettings settings, RunSettings run) {
        ParticleBelief belief = new ParticleBelief(instance.model().layout(), settings.particles());
        Planner planner = EngineChoice.parse(run.engine()).planner(instance.model(), settings);
        session = new ControlSession(planner, instance.updater(settings), belief, run.beliefInBudget());
        budget = run.budget();
        method = planner.findsItsMethod() ? planner.method() : "";
        long caller = Thread.currentThread().getId();
        threads = LongStream.concat(LongStream.of(caller), LongStream.of(planner.workerThreadIds()))
                .distinct()
                .toArray();
    }

    @Override
    public void decide(Decision out) {
        session.decide(budget, out);
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
