package org.teleost.cuda.nd4j;

import static org.bytedeco.cuda.global.cudart.cuLaunchKernel;
import static org.bytedeco.cuda.global.cudart.cuMemcpyDtoHAsync;
import static org.bytedeco.cuda.global.cudart.cuMemcpyHtoDAsync;
import static org.bytedeco.cuda.global.cudart.cuMemsetD8;
import static org.bytedeco.cuda.global.cudart.cuModuleGetFunction;
import static org.bytedeco.cuda.global.cudart.cuModuleLoadData;
import static org.bytedeco.cuda.global.cudart.cuModuleUnload;
import static org.bytedeco.cuda.global.cudart.cuStreamSynchronize;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.cuda.cudart.CUfunc_st;
import org.bytedeco.cuda.cudart.CUmod_st;
import org.bytedeco.cuda.cudart.CUstream_st;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.nd4j.jita.allocator.impl.AtomicAllocator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.jcublas.context.CudaContext;
import org.teleost.cuda.device.Device;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.source.ProgramSource;

/** A GPU with one program loaded; its memory is ND4J arrays, its launches go to ND4J's stream. */
final class CudaDevice implements Device {
    private final CudaDriver gpu;
    private final CUmod_st module = new CUmod_st();
    private final CudaContext context;
    private final CUstream_st stream;
    private final Map<String, CUfunc_st> kernels = new HashMap<>();
    private final Map<Long, INDArray> arrays = new HashMap<>();
    private final LongPointer address = new LongPointer(1);
    private final IntPointer argument = new IntPointer(1);
    private final PointerPointer<Pointer> parameters = new PointerPointer<>(address, argument);

    CudaDevice(CudaDriver gpu, ProgramSource source) {
        this.gpu = gpu;
        // ND4J opens the primary context, whichever thread comes first
        context = AtomicAllocator.getInstance().getDeviceContext();
        gpu.use();
        // ND4J's pointer is to the handle
        try (PointerPointer<Pointer> handle = new PointerPointer<>(context.getOldStream())) {
            stream = new CUstream_st(handle.get(0));
        }
        byte[] ptx = Nvrtc.ptx(source.text());
        try (BytePointer image = new BytePointer(ptx)) {
            Cuda.check(cuModuleLoadData(module, image), "loading the device program");
        }
    }

    @Override
    public String description() {
        return gpu.name();
    }

    @Override
    public DeviceBuffer allocate(long bytes) {
        gpu.use();
        long words = Math.max(1, (bytes + Long.BYTES - 1) / Long.BYTES);
        try {
            INDArray array = Nd4j.createUninitialized(DataType.INT64, words);
            long at = AtomicAllocator.getInstance().getPointer(array, context).address();
            Cuda.check(cuMemsetD8(at, (byte) 0, words * Long.BYTES), "clearing memory");
            AtomicAllocator.getInstance().tickDeviceWrite(array);
            arrays.put(at, array);
            return new DeviceBuffer(at, bytes);
        } catch (RuntimeException | OutOfMemoryError e) {
            long[] memory = gpu.memory();
            throw new DeviceException(
                    "no memory for bytes=" + bytes + " on " + gpu.name() + ", free=" + memory[0] + " of " + memory[1] + " ("
                            + e.getMessage() + "); give the tree less (--memory)",
                    e);
        }
    }

    @Override
    public void release(DeviceBuffer buffer) {
        gpu.use();
        INDArray array = arrays.remove(buffer.address());
        if (array != null) {
            finish();
            array.close();
        }
    }

    /** Pageable memory is copied before the call returns, so the caller may reuse the source. */
    @Override
    public void write(DeviceBuffer target, long offset, ByteBuffer source) {
        int count = source.remaining();
        target.check(offset, count);
        gpu.use();
        try (BytePointer from = new BytePointer(source)) {
            Cuda.check(cuMemcpyHtoDAsync(target.address() + offset, from, count, stream), "copying to the GPU");
        }
        source.position(source.limit());
    }

    @Override
    public void read(DeviceBuffer source, long offset, ByteBuffer target) {
        int count = target.remaining();
        source.check(offset, count);
        gpu.use();
        try (BytePointer to = new BytePointer(count)) {
            Cuda.check(cuMemcpyDtoHAsync(to, source.address() + offset, count, stream), "copying from the GPU");
            Cuda.check(cuStreamSynchronize(stream), "running the kernels");
            target.put(to.asByteBuffer());
        }
    }

    @Override
    public void launch(String kernel, int blocks, int threads, DeviceBuffer arguments, int number) {
        gpu.use();
        address.put(arguments.address());
        argument.put(number);
        CUfunc_st function = kernels.computeIfAbsent(kernel, this::find);
        Cuda.check(
                cuLaunchKernel(
                        function, blocks, 1, 1, threads, 1, 1, 0, stream, parameters, (PointerPointer<?>) null),
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
        Cuda.check(cuStreamSynchronize(stream), "running the kernels");
    }

    @Override
    public void close() {
        finish();
        arrays.values().forEach(INDArray::close);
        arrays.clear();
        Cuda.check(cuModuleUnload(module), "unloading the device program");
        parameters.close();
        address.close();
        argument.close();
    }
}
