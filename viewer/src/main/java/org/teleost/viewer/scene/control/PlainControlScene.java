package org.teleost.viewer.scene.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teleost.problem.Signal;
import org.teleost.trace.ControlDescription;
import org.teleost.viewer.scene.Bounds;
import org.teleost.viewer.scene.ColorMap;
import org.teleost.viewer.scene.Frame;
import org.teleost.viewer.scene.Layer;
import org.teleost.viewer.scene.LegendEntry.Mark;
import org.teleost.viewer.scene.Palette;
import org.teleost.viewer.scene.PlanFacts;
import org.teleost.viewer.scene.Shape;
import org.teleost.viewer.scene.plot.ColorBar;
import org.teleost.viewer.scene.plot.Range;
import org.teleost.viewer.source.ControlEpisode;
import org.teleost.viewer.source.ControlStep;

/**
 * Any control problem: its first field if it recorded one, else nothing but curves: the action within its bounds, the
 * signals and measurements, the reward; and a table of the observation.
 */
public final class PlainControlScene extends ControlScene {
    private static final Bounds WORLD = new Bounds(-0.4, -0.3, 16.2, 10.3);
    private static final int ROWS = 14;
    private static final int CURVES = 8;
    private static final int CURVES_BESIDE_FIELD = 4;

    private final TimeCharts charts = new TimeCharts(history);
    private final Optional<Signal> field;

    /** A scene of a problem that nobody wrote an adapter for. */
    public PlainControlScene(ControlEpisode episode) {
        super(episode, "", List.of(), "");
        field = episode.description().signals().stream()
                .filter(signal -> signal.extent() != null && signal.rows() > 1)
                .findFirst();
    }

    @Override
    protected Frame draw(ControlStep step) throws IOException {
        Frame.Builder frame = new Frame.Builder(episode.description().problem(), WORLD).caption(caption(step));
        List<TimeCharts.Curve> curves = curves();
        if (field.isPresent()) {
            drawField(frame, step, field.get());
            column(frame, step, curves, 0, CURVES_BESIDE_FIELD, new Bounds(10.6, 0.2, 15.9, 10.2));
        } else {
            int shown = Math.min(CURVES, curves.size());
            int left = (shown + 1) / 2;
            column(frame, step, curves, 0, left, new Bounds(1, 0.2, 7.4, 10.2));
            column(frame, step, curves, left, shown, new Bounds(9.2, 0.2, 15.9, 10.2));
        }
        fillTable(frame, step);
        frame.legend(Mark.LINE, Palette.ACTION, "action, within its bounds");
        frame.legend(Mark.LINE, Palette.BELIEF, "state and measurements");
        frame.legend(Mark.LINE, Palette.GOOD, "reward");
        return frame.build();
    }

    /** Actions first, then what they do, then the reward. */
    private List<TimeCharts.Curve> curves() {
        List<TimeCharts.Curve> curves = new ArrayList<>();
        ControlDescription about = episode.description();
        for (int i = 0; i < Math.min(2, about.action().size()); i++) {
            Range bounds = Range.around(about.action().low()[i], about.action().high()[i]);
            String name = ControlHistory.action(i);
            curves.add(new TimeCharts.Curve(name, name, bounds, Palette.ACTION));
        }
        curves.add(new TimeCharts.Curve(ControlHistory.REWARD, "reward per step", null, Palette.GOOD));
        for (Signal signal : about.signals()) {
            if (signal.size() == 1 && !signal.name().equals(ControlHistory.TIME)) {
                String title = signal.unit().isEmpty() ? signal.name() : signal.name() + ", " + signal.unit();
                curves.add(new TimeCharts.Curve(signal.name(), title, null, Palette.BELIEF));
            }
        }
        for (String name : about.infoNames()) {
            if (history.measured(name).equals(name)) {
                curves.add(new TimeCharts.Curve(name, name, null, Palette.BELIEF));
            }
        }
        return curves;
    }

    private void column(
            Frame.Builder frame, ControlStep step, List<TimeCharts.Curve> curves, int from, int to, Bounds area) {
        int end = Math.min(to, curves.size());
        if (end > from) {
            charts.column(frame, area, step, curves.subList(from, end).toArray(TimeCharts.Curve[]::new));
        }
    }

    private void drawField(Frame.Builder frame, ControlStep step, Signal signal) throws IOException {
        double width = 7.4;
        double height =
                Math.min(9, width * signal.extent().height() / signal.extent().width());
        Bounds area = new Bounds(0, 5 - 0.5 * height, width, 5 + 0.5 * height);
        Range range = new Range(signal.low(), signal.high());
        Optional<float[]> values = episode.values(step.t(), signal.name());
        if (values.isPresent()) {
            frame.add(
                    Layer.TRUTH,
                    new Shape.Field(
                            area,
                            signal.columns(),
                            signal.rows(),
                            values.get(),
                            ColorMap.VIRIDIS,
                            range.low(),
                            range.high()));
        } else {
            frame.note("this step has no values of " + signal.name());
        }
        ColorBar.upright(
                frame,
                new Bounds(7.7, area.minY(), 8, area.maxY()),
                ColorMap.VIRIDIS,
                range,
                signal.name() + (signal.unit().isEmpty() ? "" : ", " + signal.unit()));
    }

    private static void fillTable(Frame.Builder frame, ControlStep step) {
        frame.row("observation", "value");
        int shown = Math.min(ROWS, step.observation().length);
        for (int i = 0; i < shown; i++) {
            frame.row("component " + i, PlanFacts.number(step.observation()[i]));
        }
        if (shown < step.observation().length) {
            frame.row((step.observation().length - shown) + " more", "");
        }
    }
}
