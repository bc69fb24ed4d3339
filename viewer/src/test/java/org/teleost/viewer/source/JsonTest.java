package org.teleost.viewer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void readsEveryKindOfValue() {
        Map<String, Object> object = Json.object(
                " {\"a\": -12, \"b\": 1.5e-3, \"c\": \"x\\u0041\\n\\\"\", \"d\": true, \"e\": null, \"f\": {\"g\": []}} ");
        assertThat(object.get("a")).isEqualTo(-12.0);
        assertThat(object.get("b")).isEqualTo(0.0015);
        assertThat(object.get("c")).isEqualTo("xA\n\"");
        assertThat(object.get("d")).isEqualTo(true);
        assertThat(object).containsEntry("e", null);
        assertThat(object.get("f")).isInstanceOf(Map.class);
    }

    @Test
    void columnsOfNumbersDoNotBoxAndTakeNullAsNotANumber() {
        double[] column = (double[])
                Json.object("{\"a\":[1,-2.5,null,1234567890123456789]}").get("a");
        assertThat(column).containsExactly(1.0, -2.5, Double.NaN, 1234567890123456789.0);
    }

    @Test
    void otherArraysAreLists() {
        assertThat(Json.object("{\"a\":[\"x\",{\"b\":1},false]}").get("a"))
                .isEqualTo(List.of("x", Map.of("b", 1.0), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\"}",
                "{\"a\":1,}",
                "{\"a\":[1,]}",
                "{\"a\":tru}",
                "{\"a\":--1}",
                "{\"a\":\"x",
                "{} x",
                "[1]",
                "{\"a\":\"\\u00zz\"}",
                "{\"a\":1.2.3}"
            })
    void rejectsWhatIsNotJson(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.object(text)).withMessageContaining("offset");
    }

    @Test
    void rejectsBottomlessNesting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.object("{\"a\":" + "[".repeat(100_000)))
                .withMessageContaining("nested deeper");
    }
}
