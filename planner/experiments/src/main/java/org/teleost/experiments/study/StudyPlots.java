package org.teleost.experiments.study;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.teleost.experiments.report.ChartFiles;
import org.teleost.learn.apt.CollectionMode;
import org.teleost.storage.WriteFailure;

/**
 * A study's plots, each as PNG and SVG.
 *
 * @param files names without their endings, in the order of a report
 * @param problems why there is no plot, empty if all were drawn
 */
record StudyPlots(List<String> files, List<String> problems) {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 500;

    static StudyPlots draw(StudyResults results, Path folder) {
        StudyPlots plots = new StudyPlots(new ArrayList<>(), new ArrayList<>());
        List<TrialGroup> groups = results.groups().stream()
                .filter(group -> group.failures() < group.seeds().size())
                .toList();
        if (groups.isEmpty()) {
            return plots;
        }
        List<TrialGroup> bySteps =
                preferred(groups, group -> group.first().budget().isSteps());
        List<TrialGroup> bySeconds =
                preferred(groups, group -> !group.first().budget().isSteps());
        try {
            for (int cost : costs(groups)) {
                String title = results.settings().problem() + ", cost " + cost;
                XYChart transitions = curves(title, "transitions", bySteps, cost, CurvePoint::steps);
                plots.save(folder, "return-transitions-cost" + cost, transitions);
                XYChart seconds = curves(title, "seconds of training", bySeconds, cost, CurvePoint::seconds);
                plots.save(folder, "return-seconds-cost" + cost, seconds);
            }
            plots.save(folder, "throughput", throughput(results.settings().problem(), bySeconds));
            // taking turns leaves no lag to show
            List<TrialGroup> lagging =
                    preferred(bySeconds, group -> group.first().mode() == CollectionMode.ASYNC);
            plots.save(folder, "lag", lag(results.settings().problem(), lagging));
        } catch (WriteFailure e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            plots.problems.add("no plot: " + e);
        }
        return plots;
    }

    /** Groups with the budget that a plot is about, or all when there are none. */
    private static List<TrialGroup> preferred(List<TrialGroup> groups, Predicate<TrialGroup> wanted) {
        List<TrialGroup> found = groups.stream().filter(wanted).toList();
        return found.isEmpty() ? groups : found;
    }

    private static TreeSet<Integer> costs(List<TrialGroup> groups) {
        TreeSet<Integer> costs = new TreeSet<>();
        groups.forEach(group -> costs.add(group.first().cost()));
        return costs;
    }

    private static String label(Trial trial) {
        return Trial.text(trial.mode()) + (trial.straggler() > 1 ? ", one " + trial.straggler() + "x slower" : "");
    }

    /** Mean return over the seeds. */
    private static XYChart curves(
            String title, String xTitle, List<TrialGroup> groups, int cost, ToDoubleFunction<CurvePoint> x) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(xTitle)
                .yAxisTitle("return")
                .build();
        style(chart.getStyler());
        for (TrialGroup group : groups) {
            String name = label(group.first());
            double[] xs = group.curve(x);
            if (group.first().cost() == cost
                    && xs.length > 0
                    && !chart.getSeriesMap().containsKey(name)) {
                chart.addSeries(name, xs, group.curve(CurvePoint::meanReturn)).setMarker(SeriesMarkers.CIRCLE);
            }
        }
        return chart;
    }

    private static CategoryChart throughput(String title, List<TrialGroup> groups) {
        CategoryChart chart = bars(title, "cost of a step", "environment steps per second");
        List<Integer> costs = List.copyOf(costs(groups));
        Map<String, Double[]> series = new LinkedHashMap<>();
        for (TrialGroup group : groups) {
            Double[] rates = series.computeIfAbsent(label(group.first()), name -> zeros(costs.size()));
            rates[costs.indexOf(group.first().cost())] = group.stepsPerSecond().mean();
        }
        series.forEach((name, rates) -> chart.addSeries(name, costs, List.of(rates)));
        return chart;
    }

    /** Shares of the transitions by lag. */
    private static CategoryChart lag(String title, List<TrialGroup> groups) {
        CategoryChart chart = bars(title, "policy lag in updates", "share of transitions");
        int bins = groups.stream()
                .mapToInt(group -> group.lagCounts().length)
                .max()
                .orElse(0);
        List<String> names = new ArrayList<>();
        for (int bin = 0; bin < Math.max(1, bins); bin++) {
            names.add(LagSummary.binText(bin));
        }
        for (TrialGroup group : groups) {
            long[] counts = group.lagCounts();
            double total = 0.0;
            for (long count : counts) {
                total += count;
            }
            Double[] shares = zeros(names.size());
            for (int bin = 0; bin < counts.length; bin++) {
                shares[bin] = counts[bin] / Math.max(1.0, total);
            }
            String name = label(group.first()) + ", cost " + group.first().cost();
            if (!chart.getSeriesMap().containsKey(name)) {
                chart.addSeries(name, names, List.of(shares));
            }
        }
        return chart;
    }

    private static Double[] zeros(int length) {
        Double[] zeros = new Double[length];
        Arrays.fill(zeros, 0.0);
        return zeros;
    }

    private static CategoryChart bars(String title, String xTitle, String yTitle) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        style(chart.getStyler());
        return chart;
    }

    private static void style(Styler styler) {
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setChartBackgroundColor(Color.WHITE);
    }

    private void save(Path folder, String name, Chart<?, ?> chart) throws IOException {
        if (chart.getSeriesMap().isEmpty()) {
            return;
        }
        ChartFiles.write(folder, name, chart);
        files.add(name);
    }
}
