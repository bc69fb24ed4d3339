package org.teleost.learn.apt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AptSettingsTest {

    private static void refused(Consumer<AptSettings.Builder> change, String message) {
        assertThatThrownBy(() -> AptSettings.defaults().with(change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aChangedCopyKeepsTheRest() {
        AptSettings settings = AptSettings.defaults().with(s -> s.actors = 3).with(s -> s.seed = 9);
        assertThat(settings.actors()).isEqualTo(3);
        assertThat(settings.seed()).isEqualTo(9);
        assertThat(settings.with(s -> {
                    s.actors = 1;
                    s.seed = 1;
                }))
                .isEqualTo(AptSettings.defaults());
    }

    @Test
    void valuesOutOfRangeAreNamedWithTheirRange() {
        refused(s -> s.actors = 0, "actors=0; allowed range 1 to 1024");
        refused(s -> s.warmUp = 0, "warmUp=0");
        refused(s -> s.replay = 10, "replay=10; allowed range 256");
        refused(s -> s.handOver = 0, "handOver=0");
        refused(s -> s.maxRestarts = -1, "maxRestarts=-1");
        refused(s -> s.stepDeadline = 0, "stepDeadline=0; allowed range 0.001 to 604800");
        refused(s -> s.checkpointEvery = -1, "checkpointEvery=-1");
    }

    @Test
    void contradictionsAreRefused() {
        refused(
                s -> {
                    s.mode = CollectionMode.SYNC_1;
                    s.actors = 2;
                },
                "SYNC_1");
        refused(
                s -> {
                    s.lagBound = 3;
                    s.publishEvery = 4;
                },
                "lagBound=3 publishEvery=4");
    }
}
