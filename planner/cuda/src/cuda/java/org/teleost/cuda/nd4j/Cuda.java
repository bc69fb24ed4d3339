package org.teleost.cuda.nd4j;

import static org.bytedeco.cuda.global.cudart.CUDA_SUCCESS;
import static org.bytedeco.cuda.global.cudart.cuGetErrorString;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.teleost.cuda.device.DeviceException;

/** Turns the driver's result codes into exceptions. */
final class Cuda {
    private Cuda() {}

    /** Throws unless the code is that of success; {@code what} was being done. */
    static void check(int code, String what) {
        if (code != CUDA_SUCCESS) {
            throw new DeviceException(what + ": CUDA error " + code + " (" + text(code) + ")");
        }
    }

    private static String text(int code) {
        try (PointerPointer<BytePointer> text = new PointerPointer<>(1L)) {
            if (cuGetErrorString(code, text) != CUDA_SUCCESS) {
                return "unknown";
            }
            try (BytePointer first = text.get(BytePointer.class, 0)) {
                return first.getString();
            }
        }
    }
}
