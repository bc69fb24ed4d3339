package org.teleost.learn.apt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
        refused(s -> s.warmUpSteps = 0, "warmUpSteps=0");
        refused(s -> s.replayCapacity = 10, "replayCapacity=10; allowed range 256");
        refused(s -> s.handOverCapacity = 0, "handOverCapacity=0");
        refused(s -> s.maxRestarts = -1, "maxRestarts=-1");
        refused(s -> s.stepDeadline = Duration.ZERO, "stepDeadline=PT0S");
        refused(s -> s.checkpointInterval = -1, "checkpointInterval=-1");
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
                    s.publishInterval = 4;
                },
                "lagBound=3 publishInterval=4");
    }
}
