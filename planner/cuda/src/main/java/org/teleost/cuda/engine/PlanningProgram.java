package org.teleost.cuda.engine;

import java.util.Optional;
import org.teleost.cuda.source.ProgramSource;
import org.teleost.model.DeviceModel;
import org.teleost.model.GenerativeModel;

/**
 * All kernels of the planner with one model's twin between the random streams and the search.
 *
 * @param model the twin
 * @param source text of the whole program
 */
public record PlanningProgram(DeviceModel model, ProgramSource source) {
    private static final String[] KERNELS = {
        "decision.cuh", "search.cuh", "segments.cuh", "backup.cuh", "explain.cuh", "belief.cuh", "resample.cuh"
    };

    /** The program for a model; empty when the model has no twin. */
    public static Optional<PlanningProgram> of(GenerativeModel model) {
        return model.deviceModel().map(PlanningProgram::of);
    }

    private static PlanningProgram of(DeviceModel twin) {
        ProgramSource source = ProgramSource.of(
                ProgramSource.kernel("shim.h"), new ProgramSource.Part("twin of " + twin.name(), twin.source()));
        for (String file : KERNELS) {
            source = source.then(ProgramSource.kernel(file));
        }
        return new PlanningProgram(twin, source);
    }
}
