package org.teleost.cuda.emulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.cuda.device.DeviceException;
import org.teleost.cuda.source.ProgramSource;

/** The device that every kernel test runs on. */
class EmulatedDeviceTest {
    private static final String COUNTING = """
            struct Cells { int64_t sum; uint32_t least; uint32_t blocks; };
            TELEOST_KERNEL(count, Cells) {
              TELEOST_SHARED(int64_t, sum);
              TELEOST_THREADS { if (threadIdx.x == 0) sum = 0; }
              TELEOST_THREADS {
                for (int64_t i = TELEOST_THREAD; i < argument; i += TELEOST_THREADS_IN_GRID) {
                  TELEOST_ATOMIC_ADD(&sum, i);
                  TELEOST_ATOMIC_MIN_U32(&arguments->least, (uint32_t)(argument - i));
                }
              }
              TELEOST_THREADS {
                if (threadIdx.x == 0) {
                  TELEOST_ATOMIC_ADD(&arguments->sum, sum);
                  TELEOST_ATOMIC_ADD(&arguments->blocks, 1u);
                }
              }
            }
            """;

    private static ProgramSource source(String kernels) {
        return ProgramSource.of(ProgramSource.kernel("shim.h"), new ProgramSource.Part("counting.cu", kernels));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void blocksShareMemoryThroughAtomics(int workers) {
        try (EmulatedDevice device = new EmulatedDevice(source(COUNTING), workers)) {
            DeviceBuffer cells = device.allocate(16);
            ByteBuffer data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            device.write(cells, 0, data.putLong(100).putInt(1 << 30).putInt(0).flip());
            device.launch("count", 7, 13, cells, 100_000);
            device.read(cells, 0, data.clear());
            assertThat(data.getLong(0)).isEqualTo(100 + 99_999L * 100_000 / 2);
            assertThat(data.getInt(8)).isEqualTo(1);
            assertThat(data.getInt(12)).isEqualTo(7);
            device.release(cells);
        }
    }

    @Test
    void compileErrorsNameThePartAndItsLine() {
        assertThatThrownBy(() -> NativeProgram.emulator(source("// one\n// two\nint broken = nothing;\n")))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("counting.cu:3")
                .hasMessageContaining("nothing");
    }

    @Test
    void programsAreCompiledOnce() {
        assertThat(NativeProgram.emulator(source(COUNTING))).isEqualTo(NativeProgram.emulator(source(COUNTING)));
        assertThat(NativeProgram.compile("int main() {}", List.of()))
                .isNotEqualTo(NativeProgram.compile("int main() {}", List.of("-O1")));
    }

    @Test
    void anUnknownKernelIsNamed() {
        try (EmulatedDevice device = new EmulatedDevice(source(COUNTING), 1)) {
            DeviceBuffer none = device.allocate(8);
            assertThatThrownBy(() -> device.launch("missing", 1, 1, none, 0))
                    .isInstanceOf(DeviceException.class)
                    .hasMessageContaining("missing");
        }
    }

    @Test
    void aKernelThatLeavesItsMemoryIsReported() {
        String wild = "TELEOST_KERNEL(wild, int) { *(volatile int*)8 = argument; (void)arguments; }\n";
        try (EmulatedDevice device = new EmulatedDevice(source(wild), 1)) {
            DeviceBuffer none = device.allocate(8);
            assertThatThrownBy(() -> device.launch("wild", 1, 1, none, 0))
                    .isInstanceOf(DeviceException.class)
                    .hasMessageContaining("segmentation fault");
        }
    }

    @Test
    void sanitizersComeAsOptions() {
        String wild = "TELEOST_KERNEL(beyond, int) { arguments[argument] = 1; }\n";
        String before = System.setProperty(NativeProgram.EMULATOR_OPTIONS, "-fsanitize=address  -g");
        try (EmulatedDevice device = new EmulatedDevice(source(wild), 1)) {
            DeviceBuffer four = device.allocate(16);
            device.launch("beyond", 1, 1, four, 3);
            assertThatThrownBy(() -> device.launch("beyond", 1, 1, four, 4))
                    .isInstanceOf(DeviceException.class)
                    .hasMessageContaining("heap-buffer-overflow");
        } finally {
            System.setProperty(NativeProgram.EMULATOR_OPTIONS, before == null ? "" : before);
        }
    }

    @Test
    void transfersStayInsideTheirBuffer() {
        try (EmulatedDevice device = new EmulatedDevice(source(COUNTING), 1)) {
            DeviceBuffer small = device.allocate(8);
            assertThatThrownBy(() -> device.read(small, 4, ByteBuffer.allocate(8)))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessageContaining("offset=4");
        }
    }
}
