package org.teleost.cuda.nd4j;

import java.util.Locale;
import java.util.Optional;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.engine.DeviceEngine;
import org.teleost.cuda.engine.DeviceSettings;
import org.teleost.cuda.engine.Grid;
import org.teleost.cuda.engine.PlanningProgram;
import org.teleost.cuda.engine.RoundedModel;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.EngineProvider;
import org.teleost.plan.EngineUnavailableException;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.PlanningEngine;

/** The engine {@code cuda}: planning passes on the first GPU. */
public final class CudaEngineProvider implements EngineProvider {
    private static final double GIGABYTE = 1e9;

    @Override
    public String name() {
        return "cuda";
    }

    @Override
    public String description() {
        return obstacle().orElseGet(() -> {
            Gpu gpu = Gpu.first();
            long[] memory = gpu.memory();
            return String.format(
                    Locale.ROOT,
                    "%s, %d multiprocessors, compute capability %.1f, %.1f of %.1f GB free",
                    gpu.name(),
                    gpu.multiprocessors(),
                    gpu.capability() / 10.0,
                    memory[0] / GIGABYTE,
                    memory[1] / GIGABYTE);
        });
    }

    @Override
    public Optional<String> obstacle() {
        return Gpu.obstacle();
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
        Device device = null;
        try {
            device = new CudaDevice(PlanningProgram.of(model).orElseThrow().source());
            Grid grid = Grid.forMultiprocessors(Gpu.first().multiprocessors());
            return new DeviceEngine(device, model, settings, DeviceSettings.fixedPoint(), grid);
        } catch (DeviceException | LinkageError e) {
            if (device != null) {
                device.close();
            }
            throw new EngineUnavailableException("engine cuda: " + e.getMessage(), e);
        }
    }
}
