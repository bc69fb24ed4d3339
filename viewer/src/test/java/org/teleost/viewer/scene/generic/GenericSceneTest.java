package org.teleost.viewer.scene.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.EpisodeInfo;
import org.teleost.viewer.source.SceneSketch;
import org.teleost.viewer.source.StepRecord;

/** A problem that nobody wrote a scene for: its lanes, ranges and marks. */
class GenericSceneTest {
    private static final int STEPS = 5;

    /** A body that moves right and up; the belief spreads most in the lane that is no place. */
    private static class Drift implements Episode {
        private final String scene;

        Drift(String scene) {
            this.scene = scene;
        }

        @Override
        public EpisodeInfo info() {
            Map<String, String> settings = scene.isEmpty() ? Map.of() : Map.of(SceneSketch.SETTING, scene);
            return new EpisodeInfo("drift.mcap", "drift", Optional.empty(), settings);
        }

        @Override
        public long stepCount() {
            return STEPS;
        }

        @Override
        public Optional<StepRecord> step(long t) {
            return Optional.of(StepRecord.parse("""
                    {"t":%d,"state":{"ints":{"mode":1},"floats":{"px":%d,"py":%s,"heat":900}},
                     "belief":{"size":2,"effectiveSampleSize":2,"particles":{"weights":[0.5,0.5],
                       "ints":{"mode":[0,1]},"floats":{"px":[%s,%s],"py":[0,1],"heat":[0,900]}}}}
                    """.formatted(t, 10 * t, 1.0 * t, 10 * t - 1.0, 10 * t + 1.0)));
        }

        @Override
        public boolean refresh() {
            return false;
        }

        @Override
        public List<String> damage() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private static List<String> labels(Frame frame) {
        List<String> texts = new ArrayList<>();
        for (Frame.Drawn drawn : frame.shapes()) {
            if (drawn.shape() instanceof Shape.Label label) {
                texts.add(label.text());
            }
        }
        return texts;
    }

    private static Shape.Disc truth(Frame frame) {
        return frame.shapes().stream()
                .filter(drawn -> drawn.layer() == Layer.TRUTH)
                .map(drawn -> (Shape.Disc) drawn.shape())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void axesAndRangesAreTheSameInAllSteps() throws IOException {
        Drift episode = new Drift("");
        GenericScene scene = new GenericScene(episode);
        List<String> first = labels(scene.frame(episode.step(0).orElseThrow()));
        assertThat(first.subList(0, 6)).containsExactly("px", "-1", "41", "py", "-19", "23");
        for (long t = 1; t < STEPS; t++) {
            assertThat(labels(scene.frame(episode.step(t).orElseThrow()))).isEqualTo(first);
        }
        // equal scale: ten units across are ten units' length, one unit up a tenth of it
        Shape.Disc at0 = truth(scene.frame(episode.step(0).orElseThrow()));
        Shape.Disc at1 = truth(scene.frame(episode.step(1).orElseThrow()));
        assertThat(at1.y() - at0.y()).isCloseTo((at1.x() - at0.x()) / 10.0, within(1e-9));
    }

    @Test
    void anyLaneCanBeChosenForAnAxis() throws IOException {
        Drift episode = new Drift("");
        GenericScene scene = new GenericScene(episode);
        assertThat(scene.lanes()).contains("px", "py", "heat");
        scene.chooseLane(false, "heat");
        assertThat(scene.lane(false)).isEqualTo("heat");
        assertThat(labels(scene.frame(episode.step(0).orElseThrow()))).contains("px", "heat");
        scene.chooseLane(true, "py");
        assertThat(labels(scene.frame(episode.step(0).orElseThrow()))).contains("py", "heat");
    }

    @Test
    void theModelsMarksAreDrawnInPlace() throws IOException {
        Drift episode = new Drift("""
                {"version": 1, "x": "py", "y": "px", "marks": [
                  {"kind": "disc", "role": "goal", "x": 2, "y": 40, "radius": 1, "text": "goal"},
                  {"kind": "ring", "role": "robot", "x": "py", "y": "px", "radius": 2},
                  {"kind": "box", "role": "obstacle", "points": [0, 0, 1, 5]},
                  {"kind": "line", "points": [0, 0, 1, 5, 2, 40]}]}
                """);
        GenericScene scene = new GenericScene(episode);
        Frame frame = scene.frame(episode.step(4).orElseThrow());
        assertThat(labels(frame)).contains("goal").startsWith("py");
        List<Shape.Disc> discs = frame.shapes().stream()
                .filter(drawn -> drawn.layer() == Layer.MAP && drawn.shape() instanceof Shape.Disc)
                .map(drawn -> (Shape.Disc) drawn.shape())
                .toList();
        assertThat(discs).hasSize(2);
        assertThat(discs.get(1).radius()).isCloseTo(2 * discs.get(0).radius(), within(1e-9));
        Shape.Disc body = truth(frame);
        assertThat(discs.get(1).x()).isCloseTo(body.x(), within(1e-9));
        assertThat(discs.get(0).y()).isCloseTo(body.y(), within(1e-9));
        assertThat(frame.shapes().stream().filter(drawn -> drawn.shape() instanceof Shape.Polyline))
                .hasSize(1);
    }

    @Test
    void aLaneThatWasNotRecordedIsNamed() {
        for (String scene :
                new String[] {"{\"x\": \"height\"}", "{\"marks\": [{\"kind\": \"text\", \"x\": 1, \"y\": \"height\"}]}"
                }) {
            assertThatThrownBy(() -> new GenericScene(new Drift(scene)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("lane 'height', which was not recorded; lanes: mode, px, py, heat");
        }
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertRefused(
                "{\"marks\": [{\"kind\": \"blob\"}]}", "mark 0: kind=blob; choose from disc, ring, box, line, text");
        assertRefused("{\"marks\": [{\"kind\": \"disc\", \"x\": 1, \"y\": 2}]}", "radius=null; it must be positive");
        assertRefused("{\"marks\": [{\"kind\": \"text\", \"x\": 1}]}", "coordinate null; write a number");
        assertRefused("{\"marks\": [{\"kind\": \"box\", \"points\": [1, 2]}]}", "2 coordinates; a box has 4");
        assertRefused("{\"version\": 2}", "reads version 1");
        assertRefused("nonsense", "is no JSON");
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> SceneSketch.parse(text, "scene.json"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("scene.json")
                .hasMessageContaining(message);
    }

    private static SceneSketch withImage(Path folder, String file) throws IOException {
        String text = "{\"version\": 1, \"x\": \"px\", \"y\": \"py\", \"marks\": [{\"kind\": \"image\", \"file\": \""
                + file + "\", \"points\": [0, 0, 40, 20]}]}";
        return SceneSketch.parse(text, "scene.json", folder);
    }

    @Test
    void anImageBesideTheTraceIsDrawnBetweenItsCorners(@TempDir Path folder) throws IOException {
        BufferedImage map = new BufferedImage(2, 3, BufferedImage.TYPE_INT_ARGB);
        map.setRGB(0, 2, 0x80FF2010);
        ImageIO.write(map, "png", folder.resolve("map.png").toFile());
        SceneSketch sketch = withImage(folder, "map.png");
        Drift episode = new Drift("") {
            @Override
            public SceneSketch sketch() {
                return sketch;
            }
        };
        Frame frame = new GenericScene(episode).frame(episode.step(0).orElseThrow());
        Shape.Picture picture = frame.shapes().stream()
                .filter(drawn -> drawn.shape() instanceof Shape.Picture)
                .map(drawn -> (Shape.Picture) drawn.shape())
                .findFirst()
                .orElseThrow();
        assertThat(picture.columns()).isEqualTo(2);
        assertThat(picture.colors()).startsWith(0xFF201080).hasSize(6);
        assertThat(picture.bounds().width()).isCloseTo(2 * picture.bounds().height(), within(1e-9));
        // a planner that runs has no folder, and its scene no image
        assertThat(withImage(null, "map.png").marks().get(0).image()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "../map.png, without a path",
        "none.png, there is no file",
        "text.png, is no PNG",
        "large.png, at most 2048 a side"
    })
    void imagesThatCannotBeShownAreNamed(String file, String why, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("text.png"), "no picture");
        BufferedImage large = new BufferedImage(2049, 1, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(large, "png", folder.resolve("large.png").toFile());
        assertThatThrownBy(() -> withImage(folder, file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("scene.json: mark 0")
                .hasMessageContaining(why);
    }
}
