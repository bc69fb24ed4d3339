package org.teleost.viewer.scene.tabular;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.Shape.Anchor;
import org.teleost.viewer.scene.plot.Range;
import org.teleost.viewer.source.DecisionRecord.ActionRow;
import org.teleost.viewer.source.StepRecord;

/** Values of the explained actions as bars from the worst to the best. */
record ActionBars(Bounds area) {
    private static final int MOST = 12;
    private static final double TALLEST = 0.8;
    private static final int TEXT = 13;

    void draw(Frame.Builder frame, StepRecord step) {
        frame.add(
                Layer.MAP,
                new Shape.Label(area.minX(), area.maxY() + 0.35, "value of actions", TEXT, Anchor.LEFT, Palette.TEXT));
        List<ActionRow> rows = rows(step);
        if (rows.isEmpty()) {
            frame.add(
                    Layer.ACTION,
                    new Shape.Label(
                            area.minX(),
                            area.maxY() - 0.4,
                            "not planned: " + step.actionText(),
                            TEXT,
                            Anchor.LEFT,
                            Palette.ACTION));
            return;
        }
        double[] values = rows.stream().mapToDouble(ActionRow::value).toArray();
        Range range = Range.of(values);
        double pitch = Math.min(TALLEST, area.height() / rows.size());
        for (int i = 0; i < rows.size(); i++) {
            bar(
                    frame,
                    rows.get(i),
                    range,
                    area.maxY() - (i + 0.5) * pitch,
                    pitch,
                    rows.get(i).id() == step.action());
        }
    }

    private static List<ActionRow> rows(StepRecord step) {
        List<ActionRow> rows = new ArrayList<>();
        if (step.decision() != null) {
            rows.addAll(step.decision().actions());
        }
        rows.removeIf(row -> !Double.isFinite(row.value()));
        rows.sort(Comparator.comparingDouble(row -> -row.value()));
        return rows.subList(0, Math.min(MOST, rows.size()));
    }

    private void bar(Frame.Builder frame, ActionRow row, Range range, double y, double pitch, boolean taken) {
        double half = 0.32 * pitch;
        int color = taken ? Palette.ACTION : Palette.GOOD;
        // a short stump for the worst one, so that every action has a bar
        double end = area.minX() + (0.04 + 0.96 * range.share(row.value())) * area.width();
        frame.add(
                Layer.ACTION,
                new Shape.Rectangle(
                        new Bounds(area.minX(), y - half, end, y + half), Rgba.withOpacity(color, 0.75), 0, 0));
        int text = taken ? Palette.ACTION : Palette.DIM;
        frame.add(Layer.MAP, new Shape.Label(area.minX() - 0.15, y, row.text(), TEXT, Anchor.RIGHT, text));
        frame.add(
                Layer.ACTION,
                new Shape.Label(area.maxX() + 0.15, y, PlanFacts.number(row.value()), TEXT, Anchor.LEFT, text));
    }
}
