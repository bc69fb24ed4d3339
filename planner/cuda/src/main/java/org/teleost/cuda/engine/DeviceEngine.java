package org.teleost.cuda.engine;

import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.belief.ParticleFilter;
import org.teleost.cuda.belief.DeviceParticleFilter;
import org.teleost.cuda.device.Device;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Budget;
import org.teleost.plan.Decision;
import org.teleost.plan.EngineUnavailableException;
import org.teleost.plan.PassSchedule;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.PlanningEngine;
import org.teleost.plan.RootView;

/**
 * The planner's engine on a device: passes are queued, the root's actions come out. The belief is there already when
 * its updater was adopted; one that was changed on the host, or made there, goes in first. Under a counted budget
 * nothing is waited for in between; a timed one is looked at after every pass, and a pass that would not end in time,
 * judged by the one before, is not begun.
 */
public final class DeviceEngine implements PlanningEngine {
    /** Time kept free for reading the answer. */
    private static final long MARGIN_NANOS = 200_000;

    /** A pass may take so much longer than the one before. */
    private static final double GROWTH = 1.3;

    private final Device device;
    private final GenerativeModel model;
    private final DevicePasses passes;
    private final PassSchedule schedule;
    private final DeviceRoot root;
    private final long bytes;
    private boolean closed;

    /** Takes the memory that {@code settings.memoryBytes()} names, on a device that runs the model's program. */
    public DeviceEngine(
            Device device, GenerativeModel model, PlannerSettings settings, FixedPoint fixedPoint, Grid grid) {
        this.device = device;
        this.model = model;
        DeviceModel twin = model.deviceModel()
                .orElseThrow(() -> new EngineUnavailableException("model " + model.name() + " has no device twin"));
        int capacity = TreeMemory.capacity(settings.memoryBytes());
        passes = new DevicePasses(device, model, twin, settings, fixedPoint, grid, capacity);
        schedule = new PassSchedule(settings);
        root = new DeviceRoot(passes, model.actionCount());
        bytes = passes.bytes();
    }

    /** A particle filter over the engine's own model moves to the device; others stay with their host. */
    @Override
    public BeliefUpdater adopt(BeliefUpdater updater) {
        return updater instanceof ParticleFilter filter
                        && filter.model().equals(model)
                        && filter.particles() == passes.belief().size()
                ? new DeviceParticleFilter(model, passes.belief(), filter.seed())
                : updater;
    }

    @Override
    public void run(ParticleBelief belief, long decision, Budget budget, long start, Decision out) {
        passes.startDecision(belief, decision, budget.episodes());
        PassControl control = budget.timed() ? runTimed(budget, start) : runCounted(budget);
        out.passes = control.passes();
        out.episodes = control.episodes();
        out.simulatedSteps = control.steps();
        out.treeFull = control.full();
        out.effectiveEta = control.eta();
        out.nodes = control.nodeCount();
        out.edges = control.edgeCount();
        out.depth = control.deepest();
        out.value = passes.rootValue();
        root.load(passes.rootActions());
    }

    /** Queues as many passes as the budget needs when the tree does not fill up, and then what is left. */
    private PassControl runCounted(Budget budget) {
        PassControl control;
        long done = 0;
        int queued = 0;
        do {
            while (queued < budget.passes() && done < budget.episodes() && queued < Integer.MAX_VALUE) {
                passes.queuePass();
                queued++;
                done += schedule.size(done, budget.episodes());
            }
            control = passes.control();
            done = control.episodes();
            queued = control.passes();
        } while (queued < budget.passes() && done < budget.episodes());
        return control;
    }

    private PassControl runTimed(Budget budget, long start) {
        long deadline = start + budget.nanos() - MARGIN_NANOS;
        PassControl control;
        long before = System.nanoTime();
        boolean fits;
        do {
            passes.queuePass();
            control = passes.control();
            long now = System.nanoTime();
            fits = now + (long) (GROWTH * (now - before)) < deadline;
            before = now;
        } while (fits && control.passes() < budget.passes() && control.episodes() < budget.episodes());
        return control;
    }

    @Override
    public RootView root() {
        return root;
    }

    @Override
    public long deviceBytes() {
        return bytes;
    }

    /** The second time does nothing: who opened the engine and the planner that was given it may both close it. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        passes.release();
        device.close();
    }
}
