package org.teleost.cuda.engine;

import java.util.Optional;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.emulation.EmulatedDevice;
import org.teleost.cuda.emulation.NativeProgram;
import org.teleost.plan.PlannerSettings;

/** The engine {@code emulated}: the kernels on the CPU, for tests and for looking into them. Slow. */
public final class EmulatedEngineProvider extends DeviceEngineProvider {
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
    protected Device device(PlanningProgram program, PlannerSettings settings) {
        return new EmulatedDevice(program.source(), settings.threads());
    }

    @Override
    protected Grid grid(PlannerSettings settings) {
        int workers = settings.threads();
        return new Grid(workers, Grid.MOST_SEARCH_THREADS, workers);
    }
}
