package org.teleost.viewer.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.viewer.fixtures.RecordedEpisode;
import org.teleost.viewer.source.TraceEpisode;

class HistoryTest {
    @TempDir
    private Path folder;

    @Test
    void isReadInPortionsAndUnknownUntilThen() throws IOException {
        Path file = folder.resolve("tiger.mcap");
        RecordedEpisode.record(file, "tiger", 10, "listen");
        try (TraceEpisode episode = TraceEpisode.open(file)) {
            History history = new History(episode);
            assertThat(history.series()).isEmpty();
            assertThat(history.readMore(4)).isTrue();
            Series sums = history.series().get(1);
            assertThat(sums.name()).isEqualTo("sum of rewards, undiscounted");
            assertThat(sums.values()).startsWith(-1, -2, -3, -4, Double.NaN).hasSize(10);
            assertThat(history.readMore(100)).isFalse();
            assertThat(history.series().get(1).values()).endsWith(-9, -10);
            assertThat(history.series().get(3).high()).isCloseTo(100.0, within(1e-9));
        }
    }
}
