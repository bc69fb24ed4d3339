package org.teleost.viewer.scene.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.source.EpisodeInfo;
import org.teleost.viewer.source.StepRecord;

class TabularSceneTest {
    private static final String STEP = "{\"t\":1,\"state\":{\"ints\":{\"state\":1}},"
            + "\"belief\":{\"size\":4,\"particles\":{\"weights\":[0.1,0.2,0.3,0.4],\"ints\":{\"state\":[0,1,1,1]}}},"
            + "\"decision\":{\"action\":0,\"value\":3,\"actions\":["
            + "{\"id\":0,\"text\":\"listen\",\"value\":5,\"visits\":9,\"probability\":0.9},"
            + "{\"id\":1,\"text\":\"open\",\"value\":-5,\"visits\":1,\"probability\":0.1}]},"
            + "\"action\":{\"id\":0,\"text\":\"listen\"},\"reward\":-1,\"observation\":{\"text\":\"growl\"}}";

    private static EpisodeInfo info(Map<String, String> configuration) {
        return new EpisodeInfo("x.mcap", "tiger", Optional.empty(), configuration);
    }

    private static Map<String, String> two() {
        return Map.of(
                "table.states",
                "left right",
                "table.actions",
                "listen open",
                "table.vectors",
                "0 2 2 1 10 -10 1 -10 4");
    }

    private static Frame frame(Map<String, String> configuration, String step) {
        return new TabularScene(TableFacts.of(info(configuration))).frame(StepRecord.parse(step));
    }

    private static <T extends Shape> List<T> shapes(Frame frame, Layer layer, Class<T> kind) {
        return frame.shapes().stream()
                .filter(drawn -> drawn.layer() == layer)
                .map(Frame.Drawn::shape)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static List<String> texts(Frame frame) {
        return frame.shapes().stream()
                .map(Frame.Drawn::shape)
                .filter(Shape.Label.class::isInstance)
                .map(shape -> ((Shape.Label) shape).text())
                .toList();
    }

    @Test
    void acceptsWhatIsRecordedAsATableWhateverItIsCalled() {
        TabularAdapter adapter = new TabularAdapter();
        assertThat(adapter.accepts(info(two()))).isTrue();
        assertThat(adapter.accepts(info(Map.of("problem", "tiger")))).isFalse();
    }

    @Test
    void barsAreAsLongAsTheBeliefAndNameItsStates() {
        Frame frame = frame(two(), STEP);
        List<Shape.Rectangle> bars = shapes(frame, Layer.BELIEF, Shape.Rectangle.class);
        assertThat(bars).hasSize(2);
        double first = bars.get(0).bounds().width();
        assertThat(bars.get(1).bounds().width() / first).isCloseTo(9.0, within(1e-6));
        assertThat(texts(frame)).contains("left", "right", "10.0 %", "90.0 %", "listen", "open", "5", "-5");
        Shape.Disc truth = shapes(frame, Layer.TRUTH, Shape.Disc.class).get(0);
        assertThat(truth.y())
                .isBetween(bars.get(1).bounds().minY(), bars.get(1).bounds().maxY());
        List<Shape.Rectangle> values = shapes(frame, Layer.ACTION, Shape.Rectangle.class);
        assertThat(values.get(0).bounds().width())
                .isGreaterThan(5 * values.get(1).bounds().width());
        assertThat(frame.caption()).isEqualTo("takes listen, sees growl; reward -1");
    }

    @Test
    void regionsOfChoiceEndWhereVectorsCross() {
        // 10 - 20 p = 2 at p = 0.4, and -10 + 14 p = 2 at p = 6 / 7
        Frame frame = frame(two(), STEP);
        List<Shape.Rectangle> stripes = shapes(frame, Layer.MAP, Shape.Rectangle.class).stream()
                .filter(rectangle -> rectangle.stroke() == Palette.BACKGROUND)
                .toList();
        assertThat(stripes).hasSize(3);
        double width = stripes.get(2).bounds().maxX() - stripes.get(0).bounds().minX();
        assertThat(stripes.get(0).bounds().width() / width).isCloseTo(0.4, within(0.003));
        assertThat(stripes.get(2).bounds().width() / width).isCloseTo(1.0 / 7.0, within(0.003));
        assertThat(texts(frame)).contains("value over P(right)");
        assertThat(texts(frame(Map.of("table.states", "left right"), STEP))).doesNotContain("value over P(right)");
    }

    @Test
    void manyStatesShowTheLikeliestTheTrueOneAndTheRest() {
        String names =
                String.join(" ", IntStream.range(0, 40).mapToObj(i -> "s" + i).toList());
        String weights = String.join(
                ",", IntStream.range(0, 30).mapToObj(i -> "" + (i + 1)).toList());
        String states =
                String.join(",", IntStream.range(0, 30).mapToObj(i -> "" + i).toList());
        String step =
                "{\"t\":0,\"state\":{\"ints\":{\"state\":35}},\"belief\":{\"size\":30,\"particles\":{\"weights\":["
                        + weights + "],\"ints\":{\"state\":[" + states + "]}}},\"action\":{\"id\":2,\"text\":\"go\"}}";
        Frame frame = frame(Map.of("table.states", names), step);
        assertThat(texts(frame))
                .contains("s29", "s35", "25 others", "not planned: go")
                .doesNotContain("s3");
    }

    @Test
    void damagedVectorsAreLeftOut() {
        assertThat(TableFacts.of(info(Map.of("table.vectors", "0 1 2 x 3 4"))).lines())
                .hasSize(1);
    }
}
