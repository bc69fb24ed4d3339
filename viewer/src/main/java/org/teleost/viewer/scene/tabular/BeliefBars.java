package org.teleost.viewer.scene.tabular;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.Rgba;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.Shape.Anchor;

/**
 * The belief as bars: all states in their order where they are few, else the likeliest ones and the rest as one bar.
 */
record BeliefBars(TableFacts facts, Bounds area) {
    private static final int MOST = 16;
    private static final double TALLEST = 0.9;
    private static final int TEXT = 13;
    private static final int LONGEST_NAME = 20;

    void draw(Frame.Builder frame, Map<Integer, Double> belief, int truth) {
        frame.add(
                Layer.MAP, new Shape.Label(area.minX(), area.maxY() + 0.35, "belief", TEXT, Anchor.LEFT, Palette.TEXT));
        List<Integer> rows = rows(belief, truth);
        boolean rest = rows.size() < facts.states().size();
        double pitch = Math.min(TALLEST, area.height() / (rows.size() + (rest ? 1 : 0)));
        double shown = 0.0;
        for (int i = 0; i < rows.size(); i++) {
            double p = belief.getOrDefault(rows.get(i), 0.0);
            shown += p;
            bar(
                    frame,
                    area.maxY() - (i + 0.5) * pitch,
                    pitch,
                    shortened(facts.state(rows.get(i))),
                    p,
                    rows.get(i) == truth);
        }
        if (rest) {
            String text = (facts.states().size() - rows.size()) + " others";
            bar(frame, area.maxY() - (rows.size() + 0.5) * pitch, pitch, text, Math.max(0.0, 1.0 - shown), false);
        }
    }

    /** Numbers of the states that have a bar, in their order; the true one is always among them. */
    private List<Integer> rows(Map<Integer, Double> belief, int truth) {
        List<Integer> rows = new ArrayList<>();
        if (facts.states().size() <= MOST) {
            for (int s = 0; s < facts.states().size(); s++) {
                rows.add(s);
            }
            return rows;
        }
        rows.addAll(belief.keySet());
        rows.sort(Comparator.comparingDouble(s -> -belief.get(s)));
        rows = new ArrayList<>(rows.subList(0, Math.min(MOST - 1, rows.size())));
        if (truth >= 0 && !rows.contains(truth)) {
            rows.set(rows.isEmpty() ? 0 : rows.size() - 1, truth);
        }
        Collections.sort(rows);
        return rows;
    }

    private void bar(Frame.Builder frame, double y, double pitch, String name, double p, boolean here) {
        double half = 0.36 * pitch;
        Bounds whole = new Bounds(area.minX(), y - half, area.maxX(), y + half);
        frame.add(Layer.MAP, new Shape.Rectangle(whole, Palette.GROUND, 0, 0));
        if (p > 0.0) {
            Bounds part = new Bounds(area.minX(), y - half, area.minX() + p * area.width(), y + half);
            frame.add(Layer.BELIEF, new Shape.Rectangle(part, Rgba.withOpacity(Palette.BELIEF, 0.85), 0, 0));
        }
        String share = String.format(Locale.ROOT, "%.1f %%", 100.0 * p);
        frame.add(Layer.BELIEF, new Shape.Label(area.maxX() + 0.15, y, share, TEXT, Anchor.LEFT, Palette.DIM));
        frame.add(
                Layer.MAP,
                new Shape.Label(area.minX() - 0.15, y, name, TEXT, Anchor.RIGHT, here ? Palette.ROBOT : Palette.DIM));
        if (here) {
            double radius = Math.min(0.16, half);
            frame.add(
                    Layer.TRUTH, new Shape.Disc(area.minX() + radius, y, radius, Palette.ROBOT, Palette.BACKGROUND, 2));
        }
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "\u2026";
    }
}
