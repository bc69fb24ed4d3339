package org.teleost.envs.finray.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teleost.envs.finray.scoring.Objective;
import org.teleost.envs.finray.scoring.Score;
import org.teleost.envs.finray.sinusoid.ScoredSinusoid;
import org.teleost.envs.finray.sinusoid.Sinusoid;
import org.teleost.envs.finray.sinusoid.SinusoidGrid;
import org.teleost.experiment.report.Table;

/** What the grid gave, as tables. */
final class GridTables {
    /** Name of the table of the best, and of its file without the ending. */
    static final String BEST = "best";

    private GridTables() {}

    /** Every sinusoid that was scored. */
    static Table all(List<ScoredSinusoid> scored) {
        Table.Builder table = measured(Table.named("grid", "").column("multiple"));
        for (ScoredSinusoid one : scored) {
            row(table, one);
        }
        return table.build();
    }

    /**
     * The best for each objective, and the passive ray beside them; {@link BestSinusoids} reads its file.
     *
     * @param scored the passive ray first
     */
    static Table best(List<ScoredSinusoid> scored) {
        double lambda = ScoredSinusoid.lambda(scored);
        String title = lambda > 0.0
                ? String.format(Locale.ROOT, "Best sinusoids; balanced is CT - %.4f / 2 CP, the best CT/CP", lambda)
                : "Best sinusoids; none has thrust, so none is efficient: take more cells or a higher Reynolds number";
        Table.Builder table =
                measured(Table.named(BEST, title).column("objective").column("multiple"));
        for (Objective objective : Objective.values()) {
            ScoredSinusoid.best(scored, objective, lambda).ifPresent(best -> row(table, best, objective.label()));
        }
        row(table, scored.get(0), "passive");
        return table.build();
    }

    /** One sinusoid, behind the cells of columns that stand first. */
    private static void row(Table.Builder table, ScoredSinusoid one, Object... first) {
        Sinusoid sinusoid = one.sinusoid();
        Score score = one.score();
        List<Object> cells = new ArrayList<>(List.of(first));
        cells.addAll(List.of(
                sinusoid.multiple(),
                sinusoid.amplitude(),
                sinusoid.phase(),
                score.thrustCoefficient(),
                score.powerCoefficient(),
                score.efficiency(),
                score.thrustDeviation()));
        table.row(cells.toArray());
    }

    private static Table.Builder measured(Table.Builder table) {
        return table.column("amplitude", "rad", "%.4f")
                .column("phase", "degrees", "%.1f")
                .column("CT", "", "%.4f")
                .column("CP", "", "%.4f")
                .column("CT/CP", "", "%.4f")
                .column("CT deviation", "", "%.4f");
    }

    /** Thrust and efficiency over amplitude (down) and phase (across), for each multiple of the frequency. */
    static List<Table> maps(SinusoidGrid grid, List<ScoredSinusoid> scored) {
        List<Table> maps = new ArrayList<>();
        for (int multiple : grid.multiples()) {
            String times = multiple == 1 ? "" : " at " + multiple + " times the root's frequency";
            maps.add(map("thrust-" + multiple, "CT over amplitude and phase in degrees" + times, grid, multiple, scored)
                    .build());
            maps.add(map(
                            "efficiency-" + multiple,
                            "CT/CP over amplitude and phase in degrees" + times,
                            grid,
                            multiple,
                            scored)
                    .build());
        }
        return maps;
    }

    private static Table.Builder map(
            String name, String title, SinusoidGrid grid, int multiple, List<ScoredSinusoid> scored) {
        Table.Builder table = Table.named(name, title).column("amplitude", "rad", "%.3f");
        for (double phase : grid.phases()) {
            table.column(String.format(Locale.ROOT, "%.0f", phase), "", "%.3f");
        }
        double[][] values = values(grid, multiple, scored, name.startsWith("thrust"));
        for (int i = 0; i < values.length; i++) {
            List<Object> row = new ArrayList<>();
            row.add(grid.amplitudes().get(i));
            for (double value : values[i]) {
                row.add(value);
            }
            table.row(row.toArray());
        }
        return table;
    }

    /**
     * CT or CT / CP at the points of the grid.
     *
     * @return shape [amplitudes][phases], NaN where there is none
     */
    static double[][] values(SinusoidGrid grid, int multiple, List<ScoredSinusoid> scored, boolean thrust) {
        double[][] values = new double[grid.amplitudes().size()][grid.phases().size()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                Sinusoid point =
                        new Sinusoid(grid.amplitudes().get(i), grid.phases().get(j), multiple);
                values[i][j] = scored.stream()
                        .filter(one -> one.sinusoid().equals(point))
                        .map(ScoredSinusoid::score)
                        .mapToDouble(score -> thrust ? score.thrustCoefficient() : score.efficiency())
                        .findFirst()
                        .orElse(Double.NaN);
            }
        }
        return values;
    }
}
