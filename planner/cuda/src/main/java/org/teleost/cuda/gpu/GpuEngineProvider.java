package org.teleost.cuda.gpu;

import java.util.Locale;
import java.util.Optional;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.engine.DeviceEngineProvider;
import org.teleost.cuda.engine.Grid;
import org.teleost.cuda.engine.PlanningProgram;
import org.teleost.plan.EngineChoice;
import org.teleost.plan.PlannerSettings;

/**
 * The engine {@code cuda}: planning passes on the first GPU. Whatever the GPU lacks is told, never thrown at people.
 */
public class GpuEngineProvider extends DeviceEngineProvider {
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

    /** ND4J and the presets have exceptions of their own for a GPU that they can't use. */
    @Override
    protected Device device(PlanningProgram program, PlannerSettings settings) {
        Gpu gpu = gpu();
        try {
            return lookup.driver().open(program.source());
        } catch (DeviceException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new DeviceException(gpu.name() + " can't be used (" + GpuSearch.firstLine(e) + ")", e);
        }
    }

    @Override
    protected Grid grid(PlannerSettings settings) {
        return Grid.forMultiprocessors(gpu().multiprocessors());
    }

    private Gpu gpu() {
        GpuSearch search = lookup.search();
        return search.gpu().orElseThrow(() -> unavailable(search.obstacle(), null));
    }
}
