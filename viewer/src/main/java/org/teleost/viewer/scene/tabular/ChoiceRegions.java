package org.teleost.viewer.scene.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.Shape.Anchor;
import org.teleost.viewer.scene.plot.Chart;
import org.teleost.viewer.scene.plot.Range;

/** Two states: value vectors over the probability of the second one, and which action is chosen where. */
record ChoiceRegions(TableFacts facts, Bounds area) {
    private static final int SAMPLES = 400;
    private static final double STRIPE = 0.28;
    private static final int TEXT = 12;
    private static final int[] COLORS = {
        Palette.BELIEF, Palette.SECOND, Palette.GOOD, Palette.BAD, Palette.OBSTACLE, Palette.ROBOT
    };

    void draw(Frame.Builder frame, Map<Integer, Double> belief) {
        double[] across = new double[SAMPLES + 1];
        double[] best = new double[SAMPLES + 1];
        for (int i = 0; i <= SAMPLES; i++) {
            across[i] = (double) i / SAMPLES;
            best[i] = facts.best(across[i]).at(across[i]);
        }
        Range range = Range.of(best);
        Chart chart = new Chart(area, new Range(0.0, 1.0), new Range(range.low() - 0.15 * range.width(), range.high()));
        chart.ground(frame, 4).title(frame, "value over P(" + facts.state(1) + ")", Palette.TEXT);
        for (TableFacts.Line line : facts.lines()) {
            double[] values = new double[SAMPLES + 1];
            for (int i = 0; i <= SAMPLES; i++) {
                double value = line.at(across[i]);
                values[i] = value < chart.y().low() ? Double.NaN : value;
            }
            chart.curve(frame, Layer.MAP, across, values, Rgba.withOpacity(color(line), 0.45), 1.5);
        }
        chart.curve(frame, Layer.MAP, across, best, Palette.TEXT, 2.5);
        for (Region region : regions()) {
            stripe(frame, chart, region);
        }
        if (!belief.isEmpty()) {
            double second = belief.getOrDefault(1, 0.0);
            chart.cursor(frame, second);
            chart.point(frame, Layer.BELIEF, second, facts.best(second).at(second), Palette.BELIEF);
        }
    }

    private record Region(int action, double from, double to) {}

    /** Neighbouring samples with the same action. */
    private List<Region> regions() {
        List<Region> regions = new ArrayList<>();
        int action = facts.best(0.0).action();
        double from = 0.0;
        for (int i = 1; i <= SAMPLES; i++) {
            double at = (double) i / SAMPLES;
            int next = facts.best(at).action();
            if (next != action) {
                double border = at - 0.5 / SAMPLES;
                regions.add(new Region(action, from, border));
                from = border;
                action = next;
            }
        }
        regions.add(new Region(action, from, 1.0));
        return regions;
    }

    private void stripe(Frame.Builder frame, Chart chart, Region region) {
        Bounds bounds = new Bounds(
                chart.atX(region.from()), area.minY() - 0.1 - STRIPE, chart.atX(region.to()), area.minY() - 0.1);
        int color = COLORS[Math.floorMod(region.action(), COLORS.length)];
        frame.add(Layer.MAP, new Shape.Rectangle(bounds, Rgba.withOpacity(color, 0.8), Palette.BACKGROUND, 1));
        frame.add(
                Layer.MAP,
                new Shape.Label(
                        0.5 * (bounds.minX() + bounds.maxX()),
                        bounds.minY() - 0.2,
                        facts.action(region.action()),
                        TEXT,
                        Anchor.CENTER,
                        Palette.DIM));
    }

    private static int color(TableFacts.Line line) {
        return COLORS[Math.floorMod(line.action(), COLORS.length)];
    }
}
