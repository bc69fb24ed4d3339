package org.teleost.viewer.scene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The picture of one step, immutable: shapes in drawing order and what explains them.
 *
 * @param title what is shown, in one line
 * @param caption what happens in this step, in one line
 * @param bounds the part of the world that the camera "top" shows
 * @param focus the part that the camera "close" shows
 * @param shapes first is lowest
 * @param legend explanations of the marks
 * @param table rows of texts beside the picture, headings first; empty for none
 * @param charted names of the series that the scene itself plots, which need no second plot beside it
 * @param probes what is said about places under the pointer
 * @param notes what the picture cannot show and why, one sentence each
 */
public record Frame(
        String title,
        String caption,
        Bounds bounds,
        Bounds focus,
        List<Drawn> shapes,
        List<LegendEntry> legend,
        List<List<String>> table,
        Set<String> charted,
        List<Probe> probes,
        List<String> notes) {
    public Frame {
        probes = List.copyOf(probes);
        charted = Set.copyOf(charted);
        shapes = List.copyOf(shapes);
        legend = List.copyOf(legend);
        table = List.copyOf(table);
        notes = List.copyOf(notes);
    }

    /** Those of the series that the scene doesn't plot itself. */
    public List<Series> uncharted(List<Series> series) {
        return series.stream().filter(one -> !charted.contains(one.name())).toList();
    }

    /**
     * What is known of a place in world units, a line each: what the scene says, and the values of the fields there.
     */
    public List<String> at(double x, double y) {
        List<String> lines = new ArrayList<>();
        probes.stream()
                .map(probe -> probe.at(x, y))
                .filter(text -> !text.isEmpty())
                .forEach(lines::add);
        for (Drawn drawn : shapes) {
            if (drawn.shape() instanceof Shape.Field field) {
                float value = field.at(x, y);
                if (!Float.isNaN(value)) {
                    lines.add("value " + PlanFacts.number(value));
                }
            }
        }
        return lines;
    }

    /** A shape and its layer. */
    public record Drawn(Layer layer, Shape shape) {}

    /** Collects a frame. */
    public static final class Builder {
        private final String title;
        private final Bounds bounds;
        private final List<Drawn> shapes = new ArrayList<>();
        private final List<LegendEntry> legend = new ArrayList<>();
        private final List<List<String>> table = new ArrayList<>();
        private final Set<String> charted = new HashSet<>();
        private final List<Probe> probes = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private Bounds focus;
        private boolean focused;
        private String caption = "";

        /** A frame without shapes. */
        public Builder(String title, Bounds bounds) {
            this.title = title;
            this.bounds = bounds;
            focus = bounds;
        }

        public Builder caption(String text) {
            caption = text;
            return this;
        }

        public Builder add(Layer layer, Shape shape) {
            shapes.add(new Drawn(layer, shape));
            return this;
        }

        public Builder legend(LegendEntry.Mark mark, int color, String text) {
            legend.add(new LegendEntry(mark, color, text));
            return this;
        }

        public Builder focus(Bounds close) {
            focus = close;
            focused = true;
            return this;
        }

        public Builder row(String... texts) {
            table.add(List.of(texts));
            return this;
        }

        /** A series of this name is plotted in the scene. */
        public Builder charted(String series) {
            charted.add(series);
            return this;
        }

        public Builder probe(Probe probe) {
            probes.add(probe);
            return this;
        }

        public Builder note(String text) {
            notes.add(text);
            return this;
        }

        public Frame build() {
            return new Frame(
                    title,
                    caption,
                    bounds,
                    focused ? focus : Focus.of(bounds, shapes),
                    shapes,
                    legend,
                    table,
                    charted,
                    probes,
                    notes);
        }
    }
}
