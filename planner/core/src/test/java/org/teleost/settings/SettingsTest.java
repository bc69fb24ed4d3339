package org.teleost.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final SettingSheet<Values> SHEET = SettingSheet.of(Values::new);

    enum Colour {
        PALE_BLUE,
        RED
    }

    /** One key of each kind. */
    public static final class Values {
        @Key(meaning = "counts", low = 1, high = 10, unit = "steps", term = "n")
        public int count = 3;

        @Key(meaning = "open below", low = 0, aboveLow = true, high = 1)
        public double rate = 3e-4;

        @Key(meaning = "open above", low = 0, high = 1, belowHigh = true)
        public double decay = 0.5;

        @Key(meaning = "no upper bound", low = 2)
        public long many = 2;

        @Key(meaning = "anything")
        public long seed = -1;

        @Key(meaning = "a choice")
        public Colour colour = Colour.PALE_BLUE;

        @Key(meaning = "a switch")
        public boolean on = true;

        @Key(meaning = "words", allowed = "one of many", standard = "depends")
        public String text = "a";

        @Key(meaning = "memory", low = 1024, high = 1L << 40, unit = "bytes")
        public long memory = 3 << 20;
    }

    private static final class Some extends Settings<Some, Values> {
        Some(Values values) {
            super(SHEET, values);
        }

        @Override
        protected Some of(Values changed) {
            return new Some(changed);
        }

        int count() {
            return values.count;
        }
    }

    private static Some defaults() {
        return new Some(new Values());
    }

    @Test
    void keysComeInTheOrderOfTheirDeclaration() {
        assertThat(SHEET.names())
                .isEqualTo(List.of("count", "rate", "decay", "many", "seed", "colour", "on", "text", "memory"));
    }

    @Test
    void aChangedCopyLeavesTheOriginalAsItWas() {
        Some settings = defaults();
        Some changed = settings.with(v -> v.count = 7);
        assertThat(settings.count()).isEqualTo(3);
        assertThat(changed.count()).isEqualTo(7);
        assertThat(changed).isNotEqualTo(settings).isNotEqualTo("text");
        assertThat(changed.with(v -> v.count = 3)).isEqualTo(settings).hasSameHashCodeAs(settings);
        assertThat(changed.toString()).contains("Some{", "count=7", "colour=PALE_BLUE");
    }

    @Test
    void aBuilderKeptByTheCallerChangesNothing() {
        Values mine = new Values();
        Some settings = new Some(mine);
        mine.count = 9;
        Values[] kept = new Values[1];
        Some same = settings.with(v -> kept[0] = v);
        kept[0].count = 9;
        assertThat(settings.count()).isEqualTo(3);
        assertThat(same.count()).isEqualTo(3);
    }

    @Test
    void valuesOutOfRangeAreRefusedWithKeyValueAndRange() {
        refused(v -> v.count = 0, "count=0; allowed range 1 to 10");
        refused(v -> v.count = 11, "count=11; allowed range 1 to 10");
        refused(v -> v.rate = 0, "rate=0; allowed range above 0 up to 1");
        refused(v -> v.rate = Double.NaN, "rate=NaN; allowed range above 0 up to 1");
        refused(v -> v.decay = 1, "decay=1; allowed range 0 to below 1");
        refused(v -> v.many = 1, "many=1; allowed range at least 2");
        refused(v -> v.memory = 1000, "memory=1000; allowed range 1k to 1t");
        refused(v -> v.colour = null, "colour is missing; allowed: pale-blue, red");
        assertThat(defaults()
                        .with(v -> {
                            v.count = 10;
                            v.rate = 1;
                            v.decay = 0;
                            v.many = Long.MAX_VALUE;
                            v.seed = Long.MIN_VALUE;
                        })
                        .count())
                .isEqualTo(10);
    }

    private static void refused(java.util.function.Consumer<Values> change, String message) {
        assertThatThrownBy(() -> defaults().with(change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aKeySaysWhatMayBeWrittenAndWhatItStartsWith() {
        assertThat(SHEET.keys().stream().map(SettingKey::allowed))
                .containsExactly(
                        "1 to 10",
                        "above 0 up to 1",
                        "0 to below 1",
                        "at least 2",
                        "",
                        "pale-blue, red",
                        "true, false",
                        "one of many",
                        "1k to 1t");
        assertThat(SHEET.keys().stream().map(key -> key.standardText(key.value(SHEET.defaults()))))
                .containsExactly("3", "3e-4", "0.5", "2", "-1", "pale-blue", "true", "depends", "3m");
        assertThat(SHEET.key("count").unit()).isEqualTo("steps");
        assertThat(SHEET.key("count").term()).isEqualTo("n");
        assertThatThrownBy(() -> SHEET.key("cuont")).hasMessageContaining("keys: count, rate");
    }

    @Test
    void aFieldWithoutADeclarationIsRefused() {
        assertThatThrownBy(() -> SettingSheet.of(Bare::new)).hasMessageContaining("lacks @Key");
    }

    /** Forgot to declare its key. */
    public static final class Bare {
        public int count = 1;
    }
}
