package org.teleost.envs.finray.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.teleost.envs.finray.FinRay;
import org.teleost.envs.finray.comparison.Contestant;
import org.teleost.envs.finray.comparison.Scene;
import org.teleost.envs.finray.comparison.Scene.Snapshot;
import org.teleost.envs.finray.scoring.Objective;
import org.teleost.experiment.report.Axis;
import org.teleost.experiment.report.Curve;
import org.teleost.experiment.report.ExperimentReport;
import org.teleost.experiment.report.FieldMap;
import org.teleost.experiment.report.Figure;
import org.teleost.experiment.report.LinePlot;

/** For each objective: offset, CT and CP over the last two periods, and the flow at four moments, side by side. */
final class CompareFigures {
    private static final int SHOWN = 2 * FinRay.DECISIONS_PER_PERIOD;
    private static final double LARGEST_VORTICITY = 10.0;

    private CompareFigures() {}

    static void draw(Map<Contestant, Scene> scenes, ExperimentReport report) {
        for (Objective objective : Objective.values()) {
            List<Contestant> rivals = scenes.keySet().stream()
                    .filter(one -> one.objective() == objective && !one.name().equals(CompareOptions.PASSIVE))
                    .toList();
            report.figures(objective.label() + "-series", 1, series(rivals, scenes));
            // the sinusoid, and the first that was learned or else the first wave
            List<Contestant> shown = new ArrayList<>(rivals.subList(0, Math.min(1, rivals.size())));
            rivals.stream()
                    .skip(1)
                    .max(Comparator.comparing(Contestant::learned))
                    .ifPresent(shown::add);
            List<Figure> flows = flows(shown, scenes);
            if (!flows.isEmpty()) {
                report.figures(objective.label() + "-flow", shown.size(), flows);
            }
        }
    }

    private static List<LinePlot> series(List<Contestant> rivals, Map<Contestant, Scene> scenes) {
        List<Curve> offsets = new ArrayList<>();
        List<Curve> thrusts = new ArrayList<>();
        List<Curve> powers = new ArrayList<>();
        for (Contestant rival : rivals) {
            Scene scene = scenes.get(rival);
            double[] time = last(scene.time());
            offsets.add(Curve.line(rival.name(), time, last(scene.offset())));
            thrusts.add(Curve.line(rival.name(), time, last(scene.thrust())));
            powers.add(Curve.line(rival.name(), time, last(scene.power())));
        }
        Axis time = Axis.linear("t / T");
        return List.of(
                new LinePlot("offset", "", time, Axis.linear("offset (rad)"), offsets),
                new LinePlot("thrust", "", time, Axis.linear("CT"), thrusts),
                new LinePlot("power", "", time, Axis.linear("CP"), powers));
    }

    private static double[] last(double[] values) {
        return Arrays.copyOfRange(values, Math.max(0, values.length - SHOWN), values.length);
    }

    /** Row by row a moment, column by column a control; none if a flow did not last. */
    private static List<Figure> flows(List<Contestant> shown, Map<Contestant, Scene> scenes) {
        List<Figure> flows = new ArrayList<>();
        int moments = shown.stream()
                .mapToInt(one -> scenes.get(one).snapshots().size())
                .min()
                .orElse(0);
        for (int moment = 0; moment < moments; moment++) {
            for (Contestant one : shown) {
                flows.add(flow(one.name(), moment, scenes.get(one).snapshots().get(moment)));
            }
        }
        return flows;
    }

    private static FieldMap flow(String name, int moment, Snapshot snapshot) {
        int columns = snapshot.columns();
        int rows = snapshot.vorticity().length / columns;
        double[] x = centres(snapshot.extent().left(), snapshot.extent().right(), columns);
        double[] y = centres(snapshot.extent().bottom(), snapshot.extent().top(), rows);
        double[][] values = new double[rows][columns];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                values[j][i] = snapshot.vorticity()[j * columns + i];
            }
        }
        int points = snapshot.markers().length / 2;
        double[] rayX = new double[points];
        double[] rayY = new double[points];
        for (int i = 0; i < points; i++) {
            rayX[i] = snapshot.markers()[i];
            rayY[i] = snapshot.markers()[points + i];
        }
        return new FieldMap(
                name + "-" + moment,
                String.format(Locale.ROOT, "%s, t/T = %.2f", name, snapshot.phase()),
                "x / L",
                "y / L",
                x,
                y,
                values,
                FieldMap.Colours.signed("vorticity (U/L)", LARGEST_VORTICITY),
                List.of(Curve.line("", rayX, rayY)),
                List.of());
    }

    private static double[] centres(double low, double high, int count) {
        double[] centres = new double[count];
        for (int i = 0; i < count; i++) {
            centres[i] = low + (high - low) * (i + 0.5) / count;
        }
        return centres;
    }
}
