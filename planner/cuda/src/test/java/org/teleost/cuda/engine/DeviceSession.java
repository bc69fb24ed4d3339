package org.teleost.cuda.engine;

import org.teleost.belief.BeliefUpdater;
import org.teleost.belief.ParticleBelief;
import org.teleost.control.DecisionLoop;
import org.teleost.cuda.emulation.EmulatedDevice;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.Planner;
import org.teleost.plan.PlannerSettings;

/** A control session on the emulated device, and what travels between that and the host. */
final class DeviceSession implements AutoCloseable {
    private static final FixedPoint FIXED_POINT = new FixedPoint(8192);

    final CountingDevice device;
    final Planner planner;
    final ParticleBelief belief;
    final DecisionLoop control;

    DeviceSession(GenerativeModel model, PlannerSettings settings, BeliefUpdater updater) {
        int workers = settings.threads();
        device = new CountingDevice(
                new EmulatedDevice(PlanningProgram.of(model).orElseThrow().source(), workers));
        planner = new Planner(
                model,
                settings,
                new DeviceEngine(device, model, settings, FIXED_POINT, new Grid(workers, 32, workers)));
        belief = new ParticleBelief(model.layout(), settings.particles());
        control = new DecisionLoop(planner, updater, belief, false);
    }

    /** The same session on the host, with rewards rounded as on the device. */
    static DecisionLoop onHost(GenerativeModel model, PlannerSettings settings, BeliefUpdater updater) {
        Planner planner = new Planner(new RoundedModel(model, FIXED_POINT), settings);
        return new DecisionLoop(planner, updater, new ParticleBelief(model.layout(), settings.particles()), false);
    }

    @Override
    public void close() {
        control.close();
    }
}
