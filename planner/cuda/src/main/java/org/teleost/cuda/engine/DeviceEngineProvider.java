package org.teleost.cuda.engine;

import java.util.Optional;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceException;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.EngineProvider;
import org.teleost.plan.EngineUnavailableException;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.PlanningEngine;

/** What all engines that run the kernels have in common; they differ in the device and in how it is found. */
public abstract class DeviceEngineProvider implements EngineProvider {
    @Override
    public Optional<String> obstacle(GenerativeModel model) {
        return DeviceSettings.obstacle(model);
    }

    @Override
    public GenerativeModel asPlanned(GenerativeModel model) {
        return new RoundedModel(model, DeviceSettings.fixedPoint());
    }

    @Override
    public PlanningEngine open(GenerativeModel model, PlannerSettings settings) {
        try {
            Device device = device(PlanningProgram.of(model).orElseThrow(), settings);
            return open(device, model, settings);
        } catch (DeviceException e) {
            throw unavailable(e.getMessage(), e);
        }
    }

    private PlanningEngine open(Device device, GenerativeModel model, PlannerSettings settings) {
        try {
            return new DeviceEngine(device, model, settings, DeviceSettings.fixedPoint(), grid(settings));
        } catch (RuntimeException e) {
            close(device, e);
            throw e;
        }
    }

    /** A device that failed may fail again. */
    private static void close(Device device, RuntimeException fault) {
        try {
            device.close();
        } catch (DeviceException e) {
            fault.addSuppressed(e);
        }
    }

    /** A device with the program loaded; throws {@link DeviceException} or {@link #unavailable} when there is none. */
    protected abstract Device device(PlanningProgram program, PlannerSettings settings);

    /** How many threads and blocks suit the device that was opened. */
    protected abstract Grid grid(PlannerSettings settings);

    /** The exception that says in one line why this engine can't plan. */
    protected EngineUnavailableException unavailable(String reason, Throwable cause) {
        return new EngineUnavailableException("engine " + name() + ": " + reason, cause);
    }
}
