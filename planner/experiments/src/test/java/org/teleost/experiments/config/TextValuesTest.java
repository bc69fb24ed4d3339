package org.teleost.experiments.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextValuesTest {

    @Test
    void sizesAreReadInPowersOf1024() {
        assertThat(ByteSize.parse("256m")).isEqualTo(256L << 20);
        assertThat(ByteSize.parse("1.5 GiB")).isEqualTo(3L << 29);
        assertThat(ByteSize.parse("4_096")).isEqualTo(4096);
        assertThatThrownBy(() -> ByteSize.parse("much")).hasMessageContaining("256m");
    }

    @Test
    void sizesArePrintedShort() {
        assertThat(ByteSize.text(256L << 20)).isEqualTo("256m");
        assertThat(ByteSize.text(1536L << 20)).isEqualTo("1.5g");
        assertThat(ByteSize.text(12)).isEqualTo("12 bytes");
    }

    @Test
    void misspeltNamesFindTheirNeighbour() {
        List<String> names = List.of("mars-20", "mars-50", "navigation", "tiger", "rocksample-7-8");
        assertThat(NearestName.of("tigre", names)).contains("tiger");
        assertThat(NearestName.of("Navigation", names)).contains("navigation");
        assertThat(NearestName.of("mars20", names)).contains("mars-20");
        assertThat(NearestName.of("rock", names)).contains("rocksample-7-8");
        assertThat(NearestName.of("chess", names)).isEmpty();
        assertThat(NearestName.hint("chess", names)).isEmpty();
    }

    @Test
    void neighbouringLettersSwappedAreOneEdit() {
        assertThat(NearestName.distance("seed", "sede")).isEqualTo(1);
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearestName.distance("", "abc")).isEqualTo(3);
    }
}
