package org.teleost.cuda.nd4j;

import static org.bytedeco.cuda.global.nvrtc.NVRTC_SUCCESS;
import static org.bytedeco.cuda.global.nvrtc.nvrtcCompileProgram;
import static org.bytedeco.cuda.global.nvrtc.nvrtcCreateProgram;
import static org.bytedeco.cuda.global.nvrtc.nvrtcDestroyProgram;
import static org.bytedeco.cuda.global.nvrtc.nvrtcGetErrorString;
import static org.bytedeco.cuda.global.nvrtc.nvrtcGetPTX;
import static org.bytedeco.cuda.global.nvrtc.nvrtcGetPTXSize;
import static org.bytedeco.cuda.global.nvrtc.nvrtcGetProgramLog;
import static org.bytedeco.cuda.global.nvrtc.nvrtcGetProgramLogSize;

import java.util.List;
import org.bytedeco.cuda.nvrtc._nvrtcProgram;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.gpu.Gpu;
import org.teleost.cuda.source.ProgramCache;

/** CUDA's compiler at run time: program text to PTX, kept under the hash of the text and the options. */
final class Nvrtc {
    /** No contraction: the same arithmetic as the host's. */
    private static final List<String> OPTIONS =
            List.of("--gpu-architecture=compute_" + Gpu.LEAST_CAPABILITY, "--std=c++17", "--fmad=false");

    private Nvrtc() {}

    /** PTX of the program; throws {@link DeviceException} with the compiler's messages. */
    static byte[] ptx(String text) {
        return ProgramCache.standard().bytes(String.join(" ", OPTIONS) + "\n" + text, () -> compile(text));
    }

    private static byte[] compile(String text) {
        _nvrtcProgram program = new _nvrtcProgram();
        try (BytePointer source = new BytePointer(text);
                BytePointer name = new BytePointer("program.cu");
                PointerPointer<BytePointer> options = new PointerPointer<>(OPTIONS.toArray(new String[0]))) {
            check(
                    nvrtcCreateProgram(program, source, name, 0, (PointerPointer<?>) null, (PointerPointer<?>) null),
                    "reading the device program");
            int result = nvrtcCompileProgram(program, OPTIONS.size(), options);
            if (result != NVRTC_SUCCESS) {
                throw new DeviceException("the device program does not compile:\n" + log(program));
            }
            return result(program);
        } finally {
            nvrtcDestroyProgram(program);
        }
    }

    private static String log(_nvrtcProgram program) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            check(nvrtcGetProgramLogSize(program, size), "reading the compiler's messages");
            try (BytePointer log = new BytePointer(size.get())) {
                check(nvrtcGetProgramLog(program, log), "reading the compiler's messages");
                return log.getString();
            }
        }
    }

    private static byte[] result(_nvrtcProgram program) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            check(nvrtcGetPTXSize(program, size), "reading PTX");
            byte[] ptx = new byte[Math.toIntExact(size.get())];
            check(nvrtcGetPTX(program, ptx), "reading PTX");
            return ptx;
        }
    }

    private static void check(int code, String what) {
        if (code != NVRTC_SUCCESS) {
            throw new DeviceException(
                    what + ": NVRTC error " + nvrtcGetErrorString(code).getString());
        }
    }
}
