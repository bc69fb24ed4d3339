package org.teleost.cuda.gpu;

import java.util.Locale;
import java.util.Optional;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.engine.DeviceEngine;
import org.teleost.cuda.engine.DeviceSettings;
import org.teleost.cuda.engine.Grid;
import org.teleost.cuda.engine.PlanningProgram;
import org.teleost.cuda.engine.RoundedModel;
import org.teleost.cuda.source.ProgramSource;
import org.teleost.model.GenerativeModel;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.EngineProvider;
import org.teleost.plan.EngineUnavailableException;
import org.teleost.plan.PlannerSettings;
import org.teleost.plan.PlanningEngine;

/**
 * The engine {@code cuda}: planning passes on the first GPU. Whatever the GPU lacks is told, never thrown at people.
 */
public class GpuEngineProvider implements EngineProvider {
    private static final double GIGABYTE = 1e9;

    private final GpuLookup lookup;

    public GpuEngineProvider(GpuLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String name() {
        return EngineChoice.CUDA;
    }

    @Override
    public String description() {
        GpuSearch search = lookup.search();
        return search.gpu().map(this::description).orElse(search.obstacle());
    }

    private String description(Gpu gpu) {
        String text = gpu.name() + ", " + gpu.multiprocessors() + " multiprocessors, compute capability "
                + Gpu.text(gpu.capability()) + (gpu.runsNd4j() ? ", " : " (newer than ND4J, planned on without it), ");
        try {
            long[] memory = lookup.driver().memory();
            return text
                    + String.format(Locale.ROOT, "%.1f of %.1f GB free", memory[0] / GIGABYTE, memory[1] / GIGABYTE);
        } catch (DeviceException e) {
            return text + "memory unknown (" + e.getMessage() + ")";
        }
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.of(lookup.search().obstacle()).filter(text -> !text.isEmpty());
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
        GpuSearch search = lookup.search();
        Gpu gpu = search.gpu().orElseThrow(() -> unavailable(search.obstacle(), null));
        try {
            return open(gpu, model, settings);
        } catch (DeviceException e) {
            throw unavailable(e.getMessage(), e);
        }
    }

    private PlanningEngine open(Gpu gpu, GenerativeModel model, PlannerSettings settings) {
        Device device = open(gpu, PlanningProgram.of(model).orElseThrow().source());
        try {
            Grid grid = Grid.forMultiprocessors(gpu.multiprocessors());
            return new DeviceEngine(device, model, settings, DeviceSettings.fixedPoint(), grid);
        } catch (RuntimeException e) {
            close(device, e);
            throw e;
        }
    }

    /** ND4J and the presets have exceptions of their own for a GPU that they can't use. */
    private Device open(Gpu gpu, ProgramSource source) {
        try {
            return lookup.driver().open(source);
        } catch (DeviceException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new DeviceException(gpu.name() + " can't be used (" + GpuSearch.firstLine(e) + ")", e);
        }
    }

    /** A GPU that failed may fail again. */
    private static void close(Device device, RuntimeException fault) {
        try {
            device.close();
        } catch (DeviceException e) {
            fault.addSuppressed(e);
        }
    }

    private EngineUnavailableException unavailable(String reason, Throwable cause) {
        return new EngineUnavailableException("engine " + name() + ": " + reason, cause);
    }
}
