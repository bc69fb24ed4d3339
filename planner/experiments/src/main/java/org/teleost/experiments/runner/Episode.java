package org.teleost.experiments.runner;

import java.util.ArrayList;
import java.util.List;
import org.teleost.belief.BeliefHealth;
import org.teleost.belief.BeliefHealth.Level;
import org.teleost.model.GenerativeModel;
import org.teleost.model.ModelException;
import org.teleost.model.Outcome;
import org.teleost.model.StepDiscount;
import org.teleost.plan.Decision;
import org.teleost.problem.World;
import org.teleost.tree.TreeSample;

/** One policy acting in one world, step by step. */
final class Episode {
    private final int index;
    private final GenerativeModel model;
    private final World world;
    private final Policy policy;
    private final EpisodeObserver observer;
    private final AllocationMeter meter;
    private final StepDiscount durations;
    private final Decision decision = new Decision();
    private final Outcome outcome = new Outcome();
    private final TreeSample tree = new TreeSample();
    private final List<StepRecord> steps = new ArrayList<>();
    private double discountedReturn;
    private double weight = 1.0;
    private long digest;

    Episode(int index, GenerativeModel model, World world, Policy policy, EpisodeObserver observer) {
        this.index = index;
        this.model = model;
        this.world = world;
        this.policy = policy;
        this.observer = observer;
        durations = new StepDiscount(model);
        meter = new AllocationMeter(policy.planningThreads());
        observer.started(world, policy.belief());
    }

    /** Plans, acts and observes once; returns true when the world has ended the episode. */
    boolean step() {
        long allocated = meter.bytes();
        policy.decide(decision);
        allocated = meter.since(allocated);
        digest = decision.digest(digest);
        observer.decided(steps.size(), world, policy.belief(), decision);
        if (observer.treeRows() > 0 && policy.sampleTree(observer.treeRows(), tree)) {
            observer.searched(steps.size(), tree);
        }
        act();
        discountedReturn += weight * outcome.reward;
        weight *= model.discount() * (outcome.terminal ? 1.0 : durations.stretch(decision.action, world.state()));
        BeliefHealth health =
                outcome.terminal ? null : policy.observe(decision.action, outcome.observation, world.percept());
        observer.stepped(steps.size(), world, outcome, policy.belief(), health);
        steps.add(record(allocated, health));
        return outcome.terminal;
    }

    private void act() {
        int action = decision.action;
        boolean continuous = model.layout().action().size() > 0;
        if (!continuous && (action < 0 || action >= model.actionCount())) {
            throw fault("the policy chose action " + action + "; allowed 0 to " + (model.actionCount() - 1), null);
        }
        try {
            if (continuous) {
                world.step(decision.lanes, outcome);
            } else {
                world.step(action, outcome);
            }
        } catch (ModelException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            ModelException.passOn(e);
            throw fault("the world threw " + e, e);
        }
        if (!Double.isFinite(outcome.reward)) {
            throw fault("the world's reward is " + outcome.reward, null);
        }
    }

    private ModelException fault(String what, Throwable cause) {
        return ModelException.at(model, decision.action, steps.size(), -1, "episode " + index + ": " + what, cause);
    }

    private StepRecord record(long allocated, BeliefHealth health) {
        double share = health == null ? Double.NaN : health.effectiveSampleSize / Math.max(1, health.particles);
        return new StepRecord(
                index,
                steps.size(),
                decision.action,
                outcome.reward,
                outcome.observation,
                decision.value,
                decision.planningNanos,
                decision.overshootNanos,
                health == null ? 0 : policy.beliefNanos(),
                decision.passes,
                decision.episodes,
                decision.simulatedSteps,
                decision.nodes,
                decision.depth,
                decision.treeFull,
                allocated,
                share,
                health == null ? Level.HEALTHY : health.level);
    }

    EpisodeResult result(long seed, double seconds) {
        boolean terminated = outcome.terminal;
        return new EpisodeResult(
                index,
                seed,
                discountedReturn,
                world.succeeded(),
                terminated,
                !terminated,
                digest,
                seconds,
                world.metrics(),
                List.copyOf(steps));
    }
}
