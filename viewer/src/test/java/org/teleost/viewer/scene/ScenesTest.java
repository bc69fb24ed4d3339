package org.teleost.viewer.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.viewer.fixtures.RecordedEpisode;
import org.teleost.viewer.scene.choice.SceneChoice;
import org.teleost.viewer.source.TraceEpisode;

class ScenesTest {
    @TempDir
    private Path folder;

    private Path record(String problem, int steps) throws IOException {
        Path file = folder.resolve(problem + ".mcap");
        RecordedEpisode.record(
                file, problem, steps, RecordedEpisode.script(problem).toArray(String[]::new));
        return file;
    }

    private static List<Frame> frames(Path file) throws IOException {
        try (TraceEpisode episode = TraceEpisode.open(file)) {
            Scene scene = SceneChoice.of(episode);
            List<Frame> frames = new ArrayList<>();
            for (long t = 0; t < episode.stepCount(); t++) {
                frames.add(scene.frame(episode.step(t).orElseThrow()));
            }
            return frames;
        }
    }

    private static <T extends Shape> List<T> shapes(Frame frame, Layer layer, Class<T> kind) {
        return frame.shapes().stream()
                .filter(drawn -> drawn.layer() == layer)
                .map(Frame.Drawn::shape)
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiger", "rocksample-7-8", "mars-20", "navigation", "crowdnav"})
    void everySceneShowsTruthBeliefAndActionAndExplainsThem(String problem) throws IOException {
        for (Frame frame : frames(record(problem, 5))) {
            assertThat(frame.shapes()).extracting(Frame.Drawn::layer).contains(Layer.values());
            assertThat(frame.legend()).hasSizeGreaterThan(4);
            assertThat(frame.caption()).isNotBlank();
            assertThat(frame.notes()).isEmpty();
        }
    }

    @Test
    void marsFindsAllRocksAndBothRovers() throws IOException {
        Frame frame = frames(record("mars-20", 3)).get(2);
        List<Shape.Rectangle> rocks = shapes(frame, Layer.TRUTH, Shape.Rectangle.class);
        assertThat(rocks).hasSize(20);
        assertThat(rocks.stream().map(rock -> rock.bounds()).distinct()).hasSize(20);
        assertThat(shapes(frame, Layer.TRUTH, Shape.Disc.class)).hasSize(2);
    }

    @Test
    void rockSampleDrawsTheBeamOfASense() throws IOException {
        Frame frame = frames(record("rocksample-7-8", 2)).get(1);
        // rock 2 lies at (3, 1) of the published map
        Shape.Polyline beam = shapes(frame, Layer.ACTION, Shape.Polyline.class).get(0);
        assertThat(beam.points()[2]).isEqualTo(3.5);
        assertThat(beam.points()[3]).isEqualTo(1.5);
        assertThat(frame.caption()).contains("senses rock 2, reads ");
    }

    @Test
    void crowdNavShowsEverybodyAndMarksTheSixTracked() throws IOException {
        Frame frame = frames(record("crowdnav", 5)).get(4);
        assertThat(shapes(frame, Layer.BELIEF, Shape.Points.class).get(0).xs()).hasSize(300);
        List<Shape.Disc> rings = shapes(frame, Layer.TRUTH, Shape.Disc.class).stream()
                .filter(disc -> disc.fill() == 0)
                .toList();
        assertThat(rings).hasSize(6);
    }

    @Test
    void navigationShadesCellsByTheirProbability() throws IOException {
        Frame frame = frames(record("navigation", 2)).get(0);
        Shape.Field field = shapes(frame, Layer.BELIEF, Shape.Field.class).get(0);
        int trueObstacles = shapes(frame, Layer.TRUTH, Shape.Rectangle.class).size();
        int certain = 0;
        for (float value : field.values()) {
            assertThat(value).isBetween(0.0f, 1.0001f);
            certain += value > 0.9999f ? 1 : 0;
        }
        assertThat(certain).isBetween(30, trueObstacles);
    }

    @Test
    void withoutTheSeedCrowdNavShowsTheTrackedAndSaysSo() throws IOException {
        Path file = folder.resolve("noseed.mcap");
        RecordedEpisode.record(file, "crowdnav", Map.of(), 2, "N");
        Frame frame = frames(file).get(1);
        assertThat(frame.notes()).singleElement().asString().contains("only the six tracked");
        assertThat(shapes(frame, Layer.BELIEF, Shape.Points.class)).isEmpty();
    }

    @Test
    void withoutTheSeedARockFieldFallsBackToTheGenericScene() throws IOException {
        Path file = folder.resolve("noseed.mcap");
        RecordedEpisode.record(file, "mars-20", Map.of(), 2, "east+east");
        Frame frame = frames(file).get(0);
        assertThat(frame.notes()).singleElement().asString().contains("where the rocks lie is unknown");
        assertThat(frame.table()).hasSizeGreaterThan(2);
        assertThat(shapes(frame, Layer.BELIEF, Shape.Points.class)).hasSize(1);
    }

    @Test
    void aChaseShowsWallsAndBothBodies() throws IOException {
        Frame frame = frames(record("lasertag", 3)).get(2);
        // the ground, and 77 cells less eight obstacles
        assertThat(shapes(frame, Layer.MAP, Shape.Rectangle.class)).hasSize(1 + 69);
        assertThat(shapes(frame, Layer.BELIEF, Shape.Points.class)).hasSize(2);
        assertThat(shapes(frame, Layer.TRUTH, Shape.Disc.class)).hasSize(2);
        assertThat(shapes(frames(record("tag", 1)).get(0), Layer.MAP, Shape.Rectangle.class))
                .hasSize(1 + 29);
    }

    @Test
    void placesInAPlaneAreDrawnWhereTheyAre() throws IOException {
        Frame frame = frames(record("vdptag2-discrete", 2)).get(1);
        assertThat(shapes(frame, Layer.MAP, Shape.Polyline.class)).hasSize(4);
        List<Shape.Disc> bodies = shapes(frame, Layer.TRUTH, Shape.Disc.class);
        assertThat(bodies).hasSize(2);
        // the agent has come half a unit from the origin
        Shape.Disc agent = bodies.get(1);
        assertThat(Math.hypot(agent.x(), agent.y())).isBetween(0.4, 0.6);
        assertThat(shapes(frame, Layer.BELIEF, Shape.Points.class).get(0).xs()).isNotEmpty();
    }

    @Test
    void aLineSpreadsItsParticlesUpwards() throws IOException {
        Frame frame = frames(record("lightdark-1d", 1)).get(0);
        Shape.Points points = shapes(frame, Layer.BELIEF, Shape.Points.class).get(0);
        assertThat(points.ys()[0]).isNotEqualTo(points.ys()[1]);
        for (float x : points.xs()) {
            assertThat(x).isBetween(-30.6f, 30.6f);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiger", "rocksample-7-8", "mars-20", "navigation", "crowdnav", "tag", "vdptag2-discrete"})
    void theCloseCameraShowsLessAndTheTruth(String problem) throws IOException {
        Frame frame = frames(record(problem, 2)).get(1);
        double close = frame.focus().width() * frame.focus().height();
        assertThat(close)
                .isLessThan(0.9 * frame.bounds().width() * frame.bounds().height());
        Shape.Disc robot = shapes(frame, Layer.TRUTH, Shape.Disc.class).get(0);
        assertThat(robot.x()).isBetween(frame.focus().minX(), frame.focus().maxX());
        assertThat(robot.y()).isBetween(frame.focus().minY(), frame.focus().maxY());
    }

    /** The robot travels to the right, so its east, to the right of it, is downwards on the screen. */
    @Test
    void crowdNavIsNotMirrored() throws IOException {
        Path file = folder.resolve("east.mcap");
        RecordedEpisode.record(file, "crowdnav", 4, "E");
        List<Frame> frames = frames(file);
        Shape.Arrow move =
                shapes(frames.get(0), Layer.ACTION, Shape.Arrow.class).get(0);
        assertThat(move.y1()).isLessThan(move.y0());
        assertThat(frames.get(0).caption()).contains("sidesteps right");
        assertThat(robotY(frames.get(3))).isLessThan(robotY(frames.get(0)));
    }

    private static double robotY(Frame frame) {
        return shapes(frame, Layer.TRUTH, Shape.Disc.class).stream()
                .filter(disc -> disc.radius() == 0.5)
                .findFirst()
                .orElseThrow()
                .y();
    }
}
