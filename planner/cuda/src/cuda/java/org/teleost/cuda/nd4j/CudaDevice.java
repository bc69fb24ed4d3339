package org.teleost.cuda.nd4j;

import static org.bytedeco.cuda.global.cudart.CUDA_SUCCESS;
import static org.bytedeco.cuda.global.cudart.cuLaunchKernel;
import static org.bytedeco.cuda.global.cudart.cuMemcpyDtoHAsync;
import static org.bytedeco.cuda.global.cudart.cuMemcpyHtoDAsync;
import static org.bytedeco.cuda.global.cudart.cuMemsetD8Async;
import static org.bytedeco.cuda.global.cudart.cuModuleGetFunction;
import static org.bytedeco.cuda.global.cudart.cuModuleLoadData;
import static org.bytedeco.cuda.global.cudart.cuModuleUnload;
import static org.bytedeco.cuda.global.cudart.cuStreamSynchronize;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.cuda.cudart.CUfunc_st;
import org.bytedeco.cuda.cudart.CUmod_st;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.source.ProgramSource;

/** A GPU with one program loaded. */
final class CudaDevice implements Device {
    private final CudaDriver gpu;
    private final CudaMemory memory;
    private final CUmod_st module = new CUmod_st();
    private final Map<String, CUfunc_st> kernels = new HashMap<>();
    private final LongPointer address = new LongPointer(1);
    private final IntPointer argument = new IntPointer(1);
    private final PointerPointer<Pointer> parameters = new PointerPointer<>(address, argument);

    /** The kernel that was queued last, for messages. */
    private String last = "";

    /** Compiles and loads the program; {@code memory} is the device's from now on, whatever happens. */
    CudaDevice(CudaDriver gpu, CudaMemory memory, ProgramSource source) {
        this.gpu = gpu;
        this.memory = memory;
        gpu.use();
        try (BytePointer image = new BytePointer(Nvrtc.ptx(source.text()))) {
            Cuda.check(cuModuleLoadData(module, image), "loading the device program");
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    @Override
    public String description() {
        return gpu.name();
    }

    @Override
    public DeviceBuffer allocate(long bytes) {
        gpu.use();
        long whole = Math.max(1, (bytes + Long.BYTES - 1) / Long.BYTES) * Long.BYTES;
        try {
            long at = memory.allocate(whole);
            Cuda.check(cuMemsetD8Async(at, (byte) 0, whole, memory.stream()), "clearing memory");
            return new DeviceBuffer(at, bytes);
        } catch (RuntimeException | OutOfMemoryError e) {
            long[] room = gpu.memory();
            throw new DeviceException(
                    "no memory for bytes=" + bytes + " on " + gpu.name() + ", free=" + room[0] + " of " + room[1] + " ("
                            + e.getMessage() + "); give the tree less (--memory)",
                    e);
        }
    }

    @Override
    public void release(DeviceBuffer buffer) {
        gpu.use();
        finish();
        memory.release(buffer.address());
    }

    /** Waits: where a GPU reads the host's memory itself, the copy may otherwise come after the source is reused. */
    @Override
    public void write(DeviceBuffer target, long offset, ByteBuffer source) {
        int count = source.remaining();
        target.check(offset, count);
        gpu.use();
        try (BytePointer from = new BytePointer(source)) {
            Cuda.check(cuMemcpyHtoDAsync(target.address() + offset, from, count, memory.stream()), "copying to the GPU");
            finish();
        }
        source.position(source.limit());
    }

    @Override
    public void read(DeviceBuffer source, long offset, ByteBuffer target) {
        int count = target.remaining();
        source.check(offset, count);
        gpu.use();
        try (BytePointer to = new BytePointer(count)) {
            Cuda.check(cuMemcpyDtoHAsync(to, source.address() + offset, count, memory.stream()), "copying from the GPU");
            finish();
            target.put(to.asByteBuffer());
        }
    }

    @Override
    public void launch(String kernel, int blocks, int threads, DeviceBuffer arguments, int number) {
        gpu.use();
        address.put(arguments.address());
        argument.put(number);
        last = kernel;
        CUfunc_st function = kernels.computeIfAbsent(kernel, this::find);
        Cuda.check(
                cuLaunchKernel(
                        function, blocks, 1, 1, threads, 1, 1, 0, memory.stream(), parameters, (PointerPointer<?>) null),
                "starting kernel " + kernel);
    }

    private CUfunc_st find(String kernel) {
        CUfunc_st function = new CUfunc_st();
        Cuda.check(
                cuModuleGetFunction(function, module, kernel), "the device program has no kernel '" + kernel + "'");
        return function;
    }

    @Override
    public void finish() {
        gpu.use();
        int code = cuStreamSynchronize(memory.stream());
        if (code != CUDA_SUCCESS) {
            Cuda.check(code, "running the kernels up to '" + last + "', see 'When it fails' in docs/cuda.md");
        }
    }

    @Override
    public void close() {
        finish();
        Cuda.check(cuModuleUnload(module), "unloading the device program");
        memory.close();
        parameters.close();
        address.close();
        argument.close();
    }
}
