package org.teleost.experiments.computation.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.teleost.experiment.report.Curve;
import org.teleost.experiment.report.LinePlot;

/** Curves by XChart. */
record LineDrawing(LinePlot plot, int width, int height) implements Drawing {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 500;
    private static final int SMALL_WIDTH = 480;
    private static final int SMALL_HEIGHT = 320;

    /** Told apart by most colour-blind readers (Okabe and Ito). */
    private static final Color[] COLOURS = {
        new Color(0x00, 0x72, 0xb2), new Color(0xd5, 0x5e, 0x00), new Color(0x00, 0x9e, 0x73),
        new Color(0xcc, 0x79, 0xa7), new Color(0xe6, 0x9f, 0x00), new Color(0x56, 0xb4, 0xe9)
    };

    private static final Color COMPARISON = new Color(0x70, 0x70, 0x70);
    private static final Marker[] MARKERS = {
        SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_UP
    };

    /** As large as one or two in a row may be, or one of many. */
    static LineDrawing of(LinePlot plot, boolean small) {
        return small ? new LineDrawing(plot, SMALL_WIDTH, SMALL_HEIGHT) : new LineDrawing(plot, WIDTH, HEIGHT);
    }

    @Override
    public void paint(Graphics2D graphics) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(plot.title())
                .xAxisTitle(plot.x().label())
                .yAxisTitle(plot.y().label())
                .build();
        XYStyler style = chart.getStyler();
        style.setChartBackgroundColor(Color.WHITE);
        style.setLegendPosition(Styler.LegendPosition.OutsideS);
        style.setLegendLayout(Styler.LegendLayout.Horizontal);
        style.setLegendBorderColor(Color.WHITE);
        LogScale scaleX =
                LogScale.of(plot.x(), plot.curves().stream().map(Curve::x).toList());
        LogScale scaleY =
                LogScale.of(plot.y(), plot.curves().stream().map(Curve::y).toList());
        style.setXAxisLogarithmic(scaleX.decades());
        style.setYAxisLogarithmic(scaleY.decades());
        if (scaleX.octaves()) {
            chart.setCustomXAxisTickLabelsFormatter(scaleX::label);
        }
        if (scaleY.octaves()) {
            chart.setCustomYAxisTickLabelsFormatter(scaleY::label);
        }
        if (isLevel(plot.curves()) && !scaleY.octaves()) {
            chart.setCustomYAxisTickLabelsFormatter(value -> String.format(Locale.ROOT, "%.4g", value));
        }
        style.setChartTitleVisible(!plot.title().isEmpty());
        style.setLegendVisible(
                plot.curves().stream().filter(curve -> !curve.name().isEmpty()).count() > 0);
        int coloured = 0;
        for (int i = 0; i < plot.curves().size(); i++) {
            Curve curve = plot.curves().get(i);
            if (curve.x().length > 0) {
                // a blank name keeps curves apart that have no entry in the legend
                String name = curve.name().isEmpty() ? " ".repeat(i + 1) : curve.name();
                double[] error = Arrays.stream(curve.error())
                        .map(half -> half > 0.0 && Double.isFinite(half) ? half : 0.0)
                        .toArray();
                XYSeries series = chart.addSeries(
                        name, scaleX.apply(curve.x()), scaleY.apply(curve.y()), error.length > 0 ? error : null);
                series.setShowInLegend(!curve.name().isEmpty());
                boolean comparison = curve.style() == Curve.Style.DASHED;
                style(series, curve.style(), comparison ? -1 : coloured);
                coloured += comparison ? 0 : 1;
            }
        }
        chart.paint(graphics, width, height);
    }

    /** Whether all ordinates are the same: XChart then labels numbers that are not round, with all their digits. */
    static boolean isLevel(List<Curve> curves) {
        return curves.stream()
                        .flatMapToDouble(curve -> Arrays.stream(curve.y()))
                        .distinct()
                        .count()
                == 1;
    }

    private static void style(XYSeries series, Curve.Style style, int index) {
        Color colour = index < 0 ? COMPARISON : COLOURS[index % COLOURS.length];
        series.setMarkerColor(colour);
        series.setLineColor(colour).setLineWidth(index < 0 ? 1.2f : 2f);
        boolean points = style == Curve.Style.POINTS || style == Curve.Style.LINE_AND_POINTS;
        series.setMarker(points ? MARKERS[index % MARKERS.length] : SeriesMarkers.NONE);
        if (style == Curve.Style.POINTS) {
            series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        } else if (style == Curve.Style.DASHED) {
            series.setLineStyle(
                    new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {6f, 5f}, 0f));
        }
    }
}
