package org.teleost.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.teleost.model.State;
import org.teleost.model.StateLayout;

class JsonWriterTest {
    private final JsonWriter json = new JsonWriter();

    @Test
    void commasSeparateValuesAndMembers() {
        json.open('{')
                .name("a")
                .value(1)
                .name("b")
                .open('[')
                .value(true)
                .value(2.5)
                .open('{')
                .close('}')
                .close(']');
        json.name("c")
                .open('[')
                .close(']')
                .name("d")
                .value("[")
                .name("e")
                .value("x:")
                .close('}');
        assertThat(json.text()).isEqualTo("{\"a\":1,\"b\":[true,2.5,{}],\"c\":[],\"d\":\"[\",\"e\":\"x:\"}");
    }

    @Test
    void everyCharacterComesBack() {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x300; c++) {
            all.append(c);
        }
        all.append("\u2028\ud83d\udc1f\ud800");
        json.value(all.toString());
        // through UTF-8, as in a file
        String text = new String(json.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(MiniJson.parse(text)).isEqualTo(all.toString());
    }

    @Test
    void numbersComeBackAndWhatIsNoNumberIsNull() {
        json.open('[');
        for (double d : new double[] {0.0, -0.0, 1e300, Double.MIN_VALUE, 1.0 / 3, Double.NaN}) {
            json.value(d);
        }
        json.value(Double.POSITIVE_INFINITY)
                .value(Float.NEGATIVE_INFINITY)
                .value(Float.MIN_VALUE)
                .value(Long.MIN_VALUE);
        json.value((String) null).close(']');
        List<?> values = (List<?>) MiniJson.parse(json.text());
        assertThat(values.subList(0, 5)).isEqualTo(List.of(0.0, -0.0, 1e300, Double.MIN_VALUE, 1.0 / 3));
        assertThat(values.subList(5, 8)).containsOnlyNulls();
        assertThat(values.get(8)).isEqualTo(1.4e-45);
        assertThat(values.get(9)).isEqualTo(-0x1p63);
        assertThat(values.get(10)).isNull();
    }

    @Test
    void lanesOfOneNameAreKeptApart() {
        StateLayout layout = StateLayout.ofInts("x", "x", "x#2");
        State state = layout.newState();
        state.ints[1] = 7;
        new LaneJson(layout).write(state, json);
        assertThat(json.text()).isEqualTo("{\"ints\":{\"x\":0,\"x#2\":7,\"x#2#2\":0}}");
    }
}
