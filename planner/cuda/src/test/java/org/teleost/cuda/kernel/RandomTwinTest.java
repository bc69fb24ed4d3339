package org.teleost.cuda.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.teleost.cuda.device.DeviceBuffer;
import org.teleost.cuda.emulation.EmulatedDevice;
import org.teleost.cuda.source.ProgramSource;
import org.teleost.random.Elementary;
import org.teleost.random.RandomStream;

/** random.cuh and maths.cuh against RandomStream and Elementary, to the last bit. */
class RandomTwinTest {
    private static final int COUNT = 50_000;

    private static final String KERNELS = """
            struct Rows { int64_t row[1]; };
            TELEOST_KERNEL(draw, Rows) {
              TELEOST_THREADS {
                for (int64_t i = TELEOST_THREAD; i < argument; i += TELEOST_THREADS_IN_GRID) {
                  int64_t* row = arguments->row + 8 * i;
                  Stream r;
                  stream_start_episode(&r, row[0], row[1], row[2]);
                  stream_start_depth(&r, (int)(i % 90));
                  row[0] = stream_derive(row[0], row[1]);
                  row[1] = (int64_t)stream_next_long(&r);
                  row[2] = (int64_t)tl_to_bits(stream_next_double(&r));
                  row[3] = stream_next_int(&r, 1 + (int)(i % 3000));
                  row[4] = stream_next_boolean(&r, 0.3);
                  row[5] = (int64_t)tl_to_bits(stream_next_gaussian(&r));
                  row[6] = (int64_t)stream_next_long(&r);
                }
              }
            }
            TELEOST_KERNEL(evaluate, Rows) {
              TELEOST_THREADS {
                for (int64_t i = TELEOST_THREAD; i < argument; i += TELEOST_THREADS_IN_GRID) {
                  int64_t* row = arguments->row + 8 * i;
                  double x = tl_of_bits((uint64_t)row[0]);
                  double u = tl_of_bits((uint64_t)row[1]);
                  row[2] = (int64_t)tl_to_bits(tl_exp(x));
                  row[3] = (int64_t)tl_to_bits(tl_log(x));
                  row[4] = (int64_t)tl_to_bits(tl_cosine_of_turns(u));
                }
              }
            }
            """;

    private static EmulatedDevice device;

    @BeforeAll
    static void compile() {
        device = new EmulatedDevice(
                ProgramSource.of(ProgramSource.kernel("random.cuh"), new ProgramSource.Part("rows.cu", KERNELS)), 1);
    }

    @AfterAll
    static void close() {
        // null without a compiler
        if (device != null) {
            device.close();
        }
    }

    @Test
    void streamsDrawTheSameNumbers() {
        RandomStream keys = new RandomStream(1);
        ByteBuffer rows = rows();
        for (int i = 0; i < COUNT; i++) {
            rows.putLong(64 * i, keys.nextLong());
            rows.putLong(64 * i + 8, i % 2 == 0 ? keys.nextInt(1000) : keys.nextLong());
            rows.putLong(64 * i + 16, i % 2 == 0 ? keys.nextInt(1_000_000) : keys.nextLong());
        }
        ByteBuffer before = rows();
        before.put(0, rows, 0, rows.capacity());
        run("draw", rows);
        RandomStream stream = new RandomStream(0);
        for (int i = 0; i < COUNT; i++) {
            long seed = before.getLong(64 * i);
            long decision = before.getLong(64 * i + 8);
            stream.startEpisode(seed, decision, before.getLong(64 * i + 16));
            stream.startDepth(i % 90);
            assertThat(rows.getLong(64 * i)).isEqualTo(RandomStream.derive(seed, decision));
            assertThat(rows.getLong(64 * i + 8)).isEqualTo(stream.nextLong());
            assertThat(rows.getDouble(64 * i + 16)).isEqualTo(stream.nextDouble());
            assertThat(rows.getLong(64 * i + 24)).isEqualTo(stream.nextInt(1 + i % 3000));
            assertThat(rows.getLong(64 * i + 32)).isEqualTo(stream.nextBoolean(0.3) ? 1 : 0);
            assertThat(rows.getDouble(64 * i + 40)).isEqualTo(stream.nextGaussian());
            assertThat(rows.getLong(64 * i + 48)).isEqualTo(stream.nextLong());
        }
    }

    @Test
    void elementaryFunctionsHaveTheSameBits() {
        double[] ends = {
            0.0,
            -0.0,
            1.0,
            -1.0,
            709.78,
            709.79,
            -708.4,
            -744.0,
            -745.14,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        RandomStream stream = new RandomStream(2);
        double[] x = new double[COUNT];
        double[] u = new double[COUNT];
        ByteBuffer rows = rows();
        for (int i = 0; i < COUNT; i++) {
            double drawn =
                    i % 3 == 0 ? Double.longBitsToDouble(stream.nextLong()) : 1500.0 * (stream.nextDouble() - 0.5);
            x[i] = i < ends.length ? ends[i] : Double.isNaN(drawn) ? 2.0 : drawn;
            u[i] = i < 9 ? 0.125 * i : stream.nextDouble();
            rows.putDouble(64 * i, x[i]);
            rows.putDouble(64 * i + 8, u[i]);
        }
        run("evaluate", rows);
        for (int i = 0; i < COUNT; i++) {
            assertThat(rows.getDouble(64 * i + 16)).as("exp(%s)", x[i]).isEqualTo(Double.valueOf(Elementary.exp(x[i])));
            assertThat(rows.getDouble(64 * i + 24)).as("log(%s)", x[i]).isEqualTo(Double.valueOf(Elementary.log(x[i])));
            assertThat(rows.getDouble(64 * i + 32)).as("turn %s", u[i]).isEqualTo(Elementary.cosineOfTurns(u[i]));
        }
    }

    private static void run(String kernel, ByteBuffer rows) {
        DeviceBuffer buffer = device.allocate(rows.capacity());
        device.write(buffer, 0, rows.clear());
        device.launch(kernel, 3, 13, buffer, COUNT);
        device.read(buffer, 0, rows.clear());
        device.release(buffer);
    }

    private static ByteBuffer rows() {
        return ByteBuffer.allocate(64 * COUNT).order(ByteOrder.LITTLE_ENDIAN);
    }
}
