package org.teleost.experiments.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.teleost.experiments.runner.EpisodeResult;
import org.teleost.experiments.statistics.MeanInterval;

/** Discounted return per episode with the running mean and its 95 % interval, as returns.svg and returns.png. */
final class ReturnsPlot {
    private static final Color MEAN = new Color(0x1f, 0x5f, 0xa8);
    private static final Color BAND = new Color(0x8f, 0xb6, 0xe0);

    private static final Color POINT = new Color(0x90, 0x90, 0x90);

    /** Intervals of fewer episodes are so wide that they would hide everything else. */
    private static final int LEAST_SAMPLES = 5;

    private ReturnsPlot() {}

    static void write(Path folder, String title, List<EpisodeResult> episodes) throws IOException {
        XYChart chart = chart(title, episodes);
        ChartFiles.write(folder, "returns", chart);
    }

    private static XYChart chart(String title, List<EpisodeResult> episodes) {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(500)
                .title(title)
                .xAxisTitle("episode")
                .yAxisTitle("discounted return")
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
        chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        int n = episodes.size();
        double[] index = episodes.stream().mapToDouble(EpisodeResult::episode).toArray();
        double[] returns =
                episodes.stream().mapToDouble(EpisodeResult::discountedReturn).toArray();
        XYSeries points = chart.addSeries("episodes", index, returns);
        points.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter).setMarker(SeriesMarkers.CIRCLE);
        points.setMarkerColor(POINT);
        double[] mean = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            MeanInterval interval = MeanInterval.of(Arrays.copyOf(returns, i + 1));
            mean[i] = interval.mean();
            low[i] = i + 1 < LEAST_SAMPLES ? Double.NaN : interval.low();
            high[i] = i + 1 < LEAST_SAMPLES ? Double.NaN : interval.high();
        }
        line(chart, "running mean", index, mean, MEAN);
        if (n >= LEAST_SAMPLES) {
            line(chart, "95 % low", index, low, BAND);
            line(chart, "95 % high", index, high, BAND);
        }
        return chart;
    }

    private static void line(XYChart chart, String name, double[] x, double[] y, Color color) {
        chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE).setLineColor(color);
    }
}
