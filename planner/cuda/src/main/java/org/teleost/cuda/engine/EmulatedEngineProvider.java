package org.teleost.cuda.engine;

import java.util.Optional;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.emulation.EmulatedDevice;
import org.teleost.cuda.emulation.NativeProgram;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.EngineProvider;
import org.teleost.plan.EngineUnavailableException;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.PlanningEngine;

/** The engine {@code emulated}: the kernels on the CPU, for tests and for looking into them. Slow. */
public final class EmulatedEngineProvider implements EngineProvider {
    @Override
    public String name() {
        return "emulated";
    }

    @Override
    public String description() {
        return obstacle().orElse("CUDA kernels compiled by " + NativeProgram.compiler() + " for the CPU, for tests");
    }

    @Override
    public Optional<String> obstacle() {
        return NativeProgram.compilerIsInstalled()
                ? Optional.empty()
                : Optional.of("no C++ compiler '" + NativeProgram.compiler()
                        + "' on the PATH; install one (Debian, Ubuntu: apt-get install g++) or name one in CXX");
    }

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
        int workers = settings.threads();
        EmulatedDevice device = null;
        try {
            PlanningProgram program = PlanningProgram.of(model).orElseThrow();
            device = new EmulatedDevice(program.source(), workers);
            Grid grid = new Grid(workers, Grid.MOST_SEARCH_THREADS, workers);
            return new DeviceEngine(device, model, settings, DeviceSettings.fixedPoint(), grid);
        } catch (DeviceException e) {
            if (device != null) {
                device.close();
            }
            throw new EngineUnavailableException("engine emulated: " + e.getMessage(), e);
        }
    }
}
