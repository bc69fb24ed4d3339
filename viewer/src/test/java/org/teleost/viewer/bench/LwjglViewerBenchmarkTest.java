package org.teleost.viewer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.trace.ViewerBenchmark.Measurement;
import org.teleost.viewer.fixtures.Gl;
import org.teleost.viewer.source.TraceEpisode;

class LwjglViewerBenchmarkTest {
    @TempDir
    private Path folder;

    @Test
    void everyNumberIsMeasuredAndNothingIsLeftBehind() throws IOException {
        Gl.require();
        List<String> progress = new ArrayList<>();
        List<Measurement> results = new LwjglViewerBenchmark().measure(folder, 2_000_000, 0.01, progress::add);
        assertThat(results)
                .hasSize(10)
                .allSatisfy(
                        result -> assertThat(result.value()).as(result.name()).isPositive());
        assertThat(progress).hasSize(6);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void tracesAreAsLargeAsAsked() throws IOException {
        Path file = folder.resolve("a.mcap");
        BenchTrace.write(file, 3_000_000);
        assertThat(file.toFile().length()).isBetween(3_000_000L, 12_000_000L);
        try (TraceEpisode episode = TraceEpisode.open(file)) {
            assertThat(episode.damage()).isEmpty();
            assertThat(episode.tree(episode.stepCount() - 1)).isPresent();
        }
    }

    @Test
    void barsAreFromOneSideOnly() {
        assertThat(new Measurement("a", 30, "fps", 30, true).kept()).isTrue();
        assertThat(new Measurement("a", 29, "fps", 30, true).kept()).isFalse();
        assertThat(new Measurement("a", 3, "s", 2, false).kept()).isFalse();
        assertThat(new Measurement("a", Double.NaN, "s", 2, false).kept()).isFalse();
    }

    @Test
    void percentilesComeFromTheSortedTimes() {
        Times times = new Times();
        for (int i = 100; i >= 1; i--) {
            times.add(i * 1_000_000L);
        }
        assertThat(times.percentile(50)).isEqualTo(50);
        assertThat(times.percentile(99)).isEqualTo(99);
        assertThat(times.perSecond()).isEqualTo(1000 / 50.5);
    }
}
