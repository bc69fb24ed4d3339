package org.teleost.experiments.runner;

import org.teleost.belief.BeliefHealth;
import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.plan.Decision;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.Rule;
import org.teleost.random.RandomStream;

/** A problem's rule of thumb on the problem's own belief update. */
final class RulePolicy implements Policy {
    private final Rule rule;
    private final BeliefUpdater updater;
    private final ParticleBelief belief;
    private final RandomStream stream;
    private final boolean continuous;
    private float[] executed = {};
    private long beliefNanos;

    RulePolicy(Rule.Named rule, Instance instance, PlannerSettings settings) {
        this.rule = rule.start().apply(instance.model());
        continuous = instance.model().layout().action().size() > 0;
        updater = instance.updater(settings);
        belief = new ParticleBelief(instance.model().layout(), settings.particles());
        updater.initialise(belief);
        stream = new RandomStream(settings.seed());
    }

    @Override
    public void decide(Decision out) {
        rule.decide(belief, stream, out);
        executed = out.lanes;
    }

    @Override
    public BeliefHealth observe(int action, long observation, float[] percept) {
        long start = System.nanoTime();
        if (continuous) {
            updater.executing(executed);
        }
        BeliefHealth health = updater.update(belief, action, observation, percept);
        beliefNanos = System.nanoTime() - start;
        return health;
    }

    @Override
    public ParticleBelief belief() {
        return belief;
    }

    @Override
    public long beliefNanos() {
        return beliefNanos;
    }
}
