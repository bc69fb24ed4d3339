package org.teleost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.teleost.random.RandomStream;

/** What a twin's program text and tables look like. */
class DeviceModelTest {
    private static final GenerativeModel MODEL = new Plain();

    private static DeviceModel.Builder twin() {
        return DeviceModel.of(MODEL).file("plain.cu", "/* twin */");
    }

    @Test
    void theProgramHasDefinitionsTablesAndTheTwinUnderItsOwnName() {
        String source = twin().table("far", new int[] {1, 2, 3}).build().source();
        assertThat(source.lines())
                .containsSubsequence(
                        "#define MODEL_INTS 1",
                        "#define MODEL_FLOATS 0",
                        "#define MODEL_HISTORY 2",
                        "#define MODEL_ACTIONS 4",
                        "#define MODEL_OBSERVATIONS 7",
                        "#define MODEL_DISCOUNT 0x1.cp-1",
                        "#define MODEL_SHARED_LEAF 0",
                        "#include \"model.cuh\"",
                        "#define MODEL_TABLE_BYTES 16",
                        "struct alignas(8) ModelTables {",
                        "  int32_t far[3];",
                        "TELEOST_DEVICE static ModelTables tables;",
                        "#line 1 \"plain.cu\"",
                        "/* twin */",
                        "#include \"model_defaults.cuh\"");
    }

    @Test
    void constantsKeepEveryBitAndTheirType() {
        String source = twin().define("TENTH", 0.1)
                .define("FLOAT_TENTH", 0.1f)
                .define("MINUS", -3)
                .define("LONG", 1L << 40)
                .define("LEAST", Long.MIN_VALUE)
                .define("LEAST_INT", Integer.MIN_VALUE)
                .build()
                .source();
        assertThat(source)
                .contains("#define TENTH 0x1.999999999999ap-4\n")
                .contains("#define FLOAT_TENTH 0x1.99999ap-4f\n")
                .contains("#define MINUS (-3)\n")
                .contains("#define LONG 1099511627776LL\n")
                .contains("#define LEAST (-9223372036854775807LL - 1)\n")
                .contains("#define LEAST_INT (-2147483648LL)\n");
    }

    /** The largest elements come first, so a C compiler leaves no gaps but at the end. */
    @Test
    void tablesAreLaidOutAsTheStructureSays() {
        DeviceModel model = twin().table("bytes", new byte[] {-1, 2, 3})
                .table("floats", new float[] {0.5f})
                .table("longs", new long[] {4})
                .table("shorts", new short[] {-5})
                .table("doubles", new double[] {Double.NEGATIVE_INFINITY})
                .build();
        assertThat(model.source().lines())
                .containsSubsequence(
                        "#define MODEL_TABLE_BYTES 32",
                        "  int64_t longs[1];",
                        "  double doubles[1];",
                        "  float floats[1];",
                        "  int16_t shorts[1];",
                        "  int8_t bytes[3];");
        ByteBuffer image = ByteBuffer.wrap(model.tables()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(image.capacity()).isEqualTo(32);
        assertThat(image.getLong()).isEqualTo(4);
        assertThat(image.getDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(image.getFloat()).isEqualTo(0.5f);
        assertThat(image.getShort()).isEqualTo((short) -5);
        assertThat(image.get()).isEqualTo((byte) -1);
    }

    @Test
    void aModelWithoutTablesHasNone() {
        DeviceModel model = twin().build();
        assertThat(model.tables()).isEmpty();
        assertThat(model.source()).contains("#define MODEL_TABLE_BYTES 0\n").doesNotContain("ModelTables");
        assertThat(model.name()).isEqualTo("plain");
        assertThat(MODEL.deviceModel()).isEmpty();
    }

    @Test
    void mistakesAreNamed() {
        DeviceModel.Builder twin = twin().define("ONE", 1).table("one", new int[1]);
        assertThatThrownBy(() -> twin.define("ONE", 2)).hasMessageContaining("ONE is defined twice");
        assertThatThrownBy(() -> twin.define("MODEL_INTS", 2)).hasMessageContaining("MODEL_INTS is defined twice");
        assertThatThrownBy(() -> twin.define("1st", 2)).hasMessageContaining("name=1st; use letters");
        assertThatThrownBy(() -> twin.define("FAR", Double.NaN)).hasMessageContaining("constant=NaN");
        assertThatThrownBy(() -> twin.define("FAR", Float.POSITIVE_INFINITY)).hasMessageContaining("TL_INFINITY");
        assertThatThrownBy(() -> twin.table("one", new long[1])).hasMessageContaining("table one is added twice");
        assertThatThrownBy(() -> twin.table("none", new float[0])).hasMessageContaining("table none is empty");
        assertThatThrownBy(() -> twin.file(DeviceModelTest.class, "missing.cu"))
                .hasMessageContaining("no resource missing.cu beside org.teleost.model.DeviceModelTest");
        assertThatThrownBy(() -> twin.file("a\"b", "")).hasMessageContaining("use a plain name");
        assertThatThrownBy(() -> DeviceModel.of(MODEL).build()).hasMessageContaining("model plain has no file");
    }

    private static final class Plain implements GenerativeModel {
        @Override
        public String name() {
            return "plain";
        }

        @Override
        public StateLayout layout() {
            return StateLayout.ofInts("one").withHistory("two", "three");
        }

        @Override
        public int actionCount() {
            return 4;
        }

        @Override
        public long observationCount() {
            return 7;
        }

        @Override
        public double discount() {
            return 0.875;
        }

        @Override
        public void sampleInitial(State state, RandomStream stream) {
            state.ints[0] = 0;
        }

        @Override
        public void step(State state, int action, RandomStream stream, Outcome out) {
            out.set(0.0, 0, false);
        }

        @Override
        public double logLikelihood(long observation, int action, State nextState) {
            return 0.0;
        }
    }
}
