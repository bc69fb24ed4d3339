package org.teleost.experiments.training.record;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.teleost.experiments.report.ChartFiles;

/**
 * Mean return of the evaluations against environment steps (learning-curve) and against training time
 * (learning-curve-time), as PNG and SVG: the curve itself for one seed; thin curves, their median and the band from the
 * smallest to the largest for several.
 */
final class LearningCurvePlot {
    private static final Color LINE = new Color(0x1f, 0x5f, 0xa8);
    private static final Color BAND = new Color(0x8f, 0xb6, 0xe0, 0x60);
    private static final Color THIN = new Color(0x80, 0x80, 0x80, 0xa0);

    private LearningCurvePlot() {}

    static void write(Path folder, String title, List<Curve> curves) throws IOException {
        ChartFiles.write(
                folder, "learning-curve", chart(title, "environment steps", curves, EvaluationRow::environmentSteps));
        double longest = curves.stream()
                .flatMap(curve -> curve.rows().stream())
                .mapToDouble(EvaluationRow::trainingSeconds)
                .max()
                .orElse(0.0);
        double unit = longest > 300.0 ? 60.0 : 1.0;
        String axis = "training time without evaluations (" + (unit == 1.0 ? "s)" : "min)");
        ChartFiles.write(
                folder, "learning-curve-time", chart(title, axis, curves, row -> row.trainingSeconds() / unit));
    }

    private static XYChart chart(
            String title, String axis, List<Curve> curves, ToDoubleFunction<EvaluationRow> position) {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(500)
                .title(title)
                .xAxisTitle(axis)
                .yAxisTitle("mean return of an evaluation")
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
        chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setXAxisDecimalPattern("#,##0.##");
        List<double[]> xs = new ArrayList<>();
        List<double[]> ys = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Curve curve : curves) {
            if (!curve.rows().isEmpty()) {
                xs.add(curve.rows().stream().mapToDouble(position).toArray());
                ys.add(curve.rows().stream().mapToDouble(EvaluationRow::mean).toArray());
                names.add("seed " + curve.seed());
            }
        }
        draw(chart, xs, ys, names);
        return chart;
    }

    private static void draw(XYChart chart, List<double[]> xs, List<double[]> ys, List<String> names) {
        if (xs.size() == 1) {
            XYSeries line = chart.addSeries(names.get(0), xs.get(0), ys.get(0));
            line.setLineColor(LINE).setLineWidth(2f);
            line.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(LINE);
            return;
        }
        CurveBand band = CurveBand.of(xs, ys);
        if (band.x().length > 1) {
            band(chart, band);
        }
        for (int i = 0; i < xs.size(); i++) {
            XYSeries line = chart.addSeries(names.get(i), xs.get(i), ys.get(i));
            line.setMarker(SeriesMarkers.NONE).setLineColor(THIN).setLineWidth(0.8f);
            line.setShowInLegend(false);
        }
        if (band.x().length > 0) {
            XYSeries median = chart.addSeries("median of " + xs.size() + " seeds", band.x(), band.median());
            median.setMarker(SeriesMarkers.CIRCLE)
                    .setMarkerColor(LINE)
                    .setLineColor(LINE)
                    .setLineWidth(2.5f);
        }
    }

    /** A closed line: along the low ends and back along the high ends. */
    private static void band(XYChart chart, CurveBand band) {
        int n = band.x().length;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = band.x()[i];
            y[i] = band.low()[i];
            x[2 * n - 1 - i] = band.x()[i];
            y[2 * n - 1 - i] = band.high()[i];
        }
        XYSeries area = chart.addSeries("smallest to largest", x, y);
        area.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea).setMarker(SeriesMarkers.NONE);
        area.setLineColor(BAND).setFillColor(BAND);
    }
}
