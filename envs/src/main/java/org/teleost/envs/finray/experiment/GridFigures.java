package org.teleost.envs.finray.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.teleost.envs.finray.scoring.Objective;
import org.teleost.envs.finray.sinusoid.ScoredSinusoid;
import org.teleost.envs.finray.sinusoid.SinusoidGrid;
import org.teleost.experiment.report.FieldMap;

/** Contours of what the grid gave: phase across, amplitude up, from the passive ray at amplitude 0. */
final class GridFigures {
    private GridFigures() {}

    /** Thrust and efficiency for each multiple of the frequency; none if the grid is a single line. */
    static List<FieldMap> of(SinusoidGrid grid, List<ScoredSinusoid> scored) {
        List<FieldMap> maps = new ArrayList<>();
        if (grid.phases().size() < 2) {
            return maps;
        }
        for (int multiple : grid.multiples()) {
            maps.add(map(grid, multiple, scored, true));
            maps.add(map(grid, multiple, scored, false));
        }
        return maps;
    }

    private static FieldMap map(SinusoidGrid grid, int multiple, List<ScoredSinusoid> scored, boolean thrust) {
        double[][] values = GridTables.values(grid, multiple, scored, thrust);
        int phases = grid.phases().size();
        double[] x = new double[phases + 1];
        double[] y = new double[values.length + 1];
        double[][] plane = new double[values.length + 1][phases + 1];
        for (int j = 0; j <= phases; j++) {
            x[j] = j < phases ? grid.phases().get(j) : grid.phases().get(0) + 360.0;
            plane[0][j] = thrust
                    ? scored.get(0).score().thrustCoefficient()
                    : scored.get(0).score().efficiency();
            for (int i = 0; i < values.length; i++) {
                y[i + 1] = grid.amplitudes().get(i);
                plane[i + 1][j] = values[i][j % phases];
            }
        }
        String quantity = thrust ? "CT" : "CT/CP";
        return new FieldMap(
                (thrust ? "thrust-" : "efficiency-") + multiple,
                quantity + " of a sinusoidal offset" + (multiple == 1 ? "" : ", " + multiple + " times the frequency"),
                "phase against the root's heave (degrees)",
                "amplitude of the offset (rad)",
                x,
                y,
                plane,
                FieldMap.Colours.contours(quantity),
                List.of(),
                mark(multiple, scored, thrust ? Objective.THRUST : Objective.EFFICIENCY));
    }

    private static List<FieldMap.Mark> mark(int multiple, List<ScoredSinusoid> scored, Objective objective) {
        List<ScoredSinusoid> same = scored.stream()
                .filter(one -> one.sinusoid().multiple() == multiple)
                .toList();
        Optional<ScoredSinusoid> best = ScoredSinusoid.best(same, objective, 0.0);
        return best.map(one -> new FieldMap.Mark(
                        one.sinusoid().phase(),
                        one.sinusoid().amplitude(),
                        String.format(Locale.ROOT, "%.3f", objective.value(one.score(), 0.0))))
                .map(List::of)
                .orElse(List.of());
    }
}
