package org.teleost.viewer.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.teleost.viewer.canvas.Canvas;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.Camera;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts.Fact;
import org.teleost.viewer.scene.PlanFacts.Tone;
import org.teleost.viewer.scene.Series;
import org.teleost.viewer.scene.Viewport;

/** Paints the picture of a step: header, world, legend, planner's panel, step bar. */
public final class PicturePainter {
    private static final int PAD = 10;
    private static final int NOTE_ROW = 18;

    /** Share of its size that the world must keep beside a table. */
    private static final double LEAST_BESIDE_TABLE = 0.4;

    /** Actions that are shown even if facts must give way. */
    private static final int LEAST_ACTIONS = 4;

    private static final int LEAST_PLOT = 58;
    private static final int TALLEST_PLOT = 110;

    private final Canvas canvas;
    private final ScenePainter scene;
    private final ActionPanel actions;
    private final FactPanel facts;
    private final PlotPanel plots;
    private final TreePanel tree;
    private final HistoryPanel history;
    private PictureLayout layout;

    public PicturePainter(Canvas canvas) {
        this.canvas = canvas;
        scene = new ScenePainter(canvas);
        actions = new ActionPanel(canvas);
        facts = new FactPanel(canvas);
        plots = new PlotPanel(canvas);
        tree = new TreePanel(canvas);
        history = new HistoryPanel(canvas);
    }

    /** Where things are in the picture that was painted last, null before the first. */
    public PictureLayout layout() {
        return layout;
    }

    /** Paints a picture of this size in pixels, at scale 1. */
    public Camera paint(StepView view, int width, int height) {
        return paint(view, width, height, 1);
    }

    /**
     * Paints a picture; returns the camera that was used, for picking and panning, in units of the canvas.
     *
     * @param pixelWidth of the picture
     * @param pixelHeight of the picture
     * @param scale pixels per unit
     */
    public Camera paint(StepView view, int pixelWidth, int pixelHeight, double scale) {
        return paint(view, pixelWidth, pixelHeight, scale, font -> 0);
    }

    /**
     * The same with room for something else in the top right corner.
     *
     * @param reserved units of the header's width that stay free
     */
    public Camera paint(
            StepView view, int pixelWidth, int pixelHeight, double scale, ToDoubleFunction<Canvas> reserved) {
        PictureLayout.requireSize(pixelWidth, pixelHeight, scale);
        canvas.begin(pixelWidth, pixelHeight, scale);
        canvas.fill(Palette.BACKGROUND);
        int width = canvas.width();
        int height = canvas.height();
        Frame frame = view.frame();
        double worldWidth = PictureLayout.worldWidth(width, view.panels());
        double legendHeight = LegendStrip.height(frame.legend(), worldWidth, canvas.font());
        layout = PictureLayout.of(width, height, legendHeight, view.panels());
        Camera camera = world(view);
        header(frame, layout.header(), reserved.applyAsDouble(canvas));
        if (layout.legend() != null) {
            LegendStrip.paint(canvas, frame.legend(), layout.legend());
        }
        if (layout.panel() != null) {
            panel(view, layout.panel());
        }
        if (layout.tree() != null && view.tree() != null) {
            tree.paint(view.tree(), layout.tree());
        }
        if (layout.history() != null) {
            List<Series> rest = frame.uncharted(view.series());
            history.paint(rest.isEmpty() ? view.series() : rest, view.step(), layout.history());
        }
        StepBar.paint(canvas, view);
        return camera;
    }

    /** A table takes its room from the world's left or top, whichever leaves the world larger. */
    private Camera world(StepView view) {
        Frame frame = view.frame();
        Viewport area = layout.world();
        double notesHeight = Math.min(frame.notes().size() * (double) NOTE_ROW, 0.3 * area.height());
        Viewport all = new Viewport(area.x(), area.y(), area.width(), area.height() - notesHeight);
        Viewport table = tablePlace(frame, all);
        Viewport room = all;
        if (table != null && table.height() == all.height()) {
            room = new Viewport(all.x() + table.width(), all.y(), all.width() - table.width(), all.height());
        } else if (table != null) {
            room = new Viewport(all.x(), table.bottom(), all.width(), all.height() - table.height());
        }
        Camera camera = view.look().camera(frame, room);
        scene.paint(frame, camera, view.layers());
        canvas.tips()
                .add(
                        room.x(),
                        room.y(),
                        room.right(),
                        room.bottom(),
                        (x, y) -> String.join("\n", frame.at(camera.worldX(x), camera.worldY(y))));
        if (table != null) {
            TablePanel.paint(canvas, frame.table(), table);
        }
        notes(frame.notes(), area);
        return camera;
    }

    /** Null where the table would leave less than half of the world's size, or there is none. */
    private Viewport tablePlace(Frame frame, Viewport area) {
        if (frame.table().isEmpty()) {
            return null;
        }
        double width = TablePanel.width(canvas, frame.table());
        double height = TablePanel.height(frame.table());
        Bounds bounds = frame.bounds();
        double left = fit(bounds, area.width() - width, area.height());
        double above = fit(bounds, area.width(), area.height() - height);
        if (Math.max(left, above) < LEAST_BESIDE_TABLE * fit(bounds, area.width(), area.height())) {
            return null;
        }
        return left >= above
                ? new Viewport(area.x(), area.y(), width, area.height())
                : new Viewport(area.x(), area.y(), Math.min(width, area.width()), height);
    }

    private static double fit(Bounds bounds, double width, double height) {
        return Math.min(width / bounds.width(), height / bounds.height());
    }

    private void notes(List<String> notes, Viewport area) {
        double baseline = area.bottom() - 8;
        for (String note : notes) {
            canvas.textWithin(area.x() + 6, baseline, note, Type.BODY, Palette.BAD, area.width() - 12);
            baseline -= NOTE_ROW;
        }
    }

    private void header(Frame frame, Viewport area, double reserved) {
        double room = area.width() - 2 * PAD;
        int size = canvas.font().width(frame.title(), Type.TITLE) <= room - reserved ? Type.TITLE : Type.HEADING;
        canvas.textWithin(PAD, area.y() + 21, frame.title(), size, Palette.TEXT, room - reserved);
        if (layout.legend() == null) {
            String words = frame.caption()
                    + frame.legend().stream().map(entry -> "\n" + entry.text()).collect(Collectors.joining())
                    + frame.table().stream()
                            .map(row -> "\n" + String.join("   ", row))
                            .collect(Collectors.joining());
            canvas.tips().add(area.x(), area.y(), area.right(), area.bottom(), (x, y) -> words);
        }
        if (area.height() > 40) {
            canvas.textWithin(PAD, area.y() + 42, frame.caption(), Type.HEADING, Palette.ACTION, room);
        }
    }

    private void panel(StepView view, Viewport area) {
        canvas.box(area.x(), area.y(), area.right(), area.bottom(), Palette.PANEL);
        List<Fact> lines = new ArrayList<>(view.facts().facts());
        view.damage().forEach(text -> lines.add(new Fact(Tone.WARNING, "trace", text)));
        // one plot of a series is enough: the history panel has them all
        List<Series> series =
                layout.history() != null ? List.of() : view.frame().uncharted(view.series());
        double factsHeight = FactPanel.height(lines);
        double room = area.height() - factsHeight - 2 * PAD;
        int plotCount = Math.min(series.size(), area.height() >= 560 ? 2 : 1);
        double plotHeight = plotCount * (double) LEAST_PLOT;
        double y = area.y() + 4;
        int wanted = view.facts().actions().size();
        if (wanted > 0) {
            int rows =
                    Math.max(Math.min(wanted, LEAST_ACTIONS), Math.min(wanted, ActionPanel.rowsIn(room - plotHeight)));
            double height = ActionPanel.HEAD + rows * (double) ActionPanel.ROW;
            actions.paint(view.facts(), new Viewport(area.x(), y, area.width(), height));
            y += height + 4;
        }
        double factsRoom = Math.max(1, Math.min(factsHeight, area.bottom() - y));
        facts.paint(lines, new Viewport(area.x(), y, area.width(), factsRoom));
        y += factsRoom + PAD;
        plots(series, view.step(), new Viewport(area.x(), y, area.width(), Math.max(1, area.bottom() - y - 4)));
    }

    private void plots(List<Series> series, long step, Viewport area) {
        int count = (int) Math.min(series.size(), area.height() / LEAST_PLOT);
        double height = count == 0 ? 0 : Math.min(TALLEST_PLOT, area.height() / count);
        for (int i = 0; i < count; i++) {
            plots.paint(series.get(i), step, new Viewport(area.x(), area.y() + i * height, area.width(), height));
        }
    }
}
