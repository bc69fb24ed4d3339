package org.teleost.envs.finray.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.teleost.envs.finray.comparison.Contestant;
import org.teleost.envs.finray.comparison.GridScore;
import org.teleost.envs.finray.scoring.Objective;
import org.teleost.envs.finray.scoring.Score;
import org.teleost.experiment.report.ExperimentReport;
import org.teleost.experiment.report.Table;

/** What a comparison gave, as tables. */
final class CompareTables {
    private static final String EXTRAPOLATED = "extrapolated";

    private CompareTables() {}

    /** Every contestant on every grid, and extrapolated from the last two. */
    static Table scores(Map<Contestant, List<GridScore>> scores, double lambda) {
        Table.Builder table = Table.named(
                        "compare",
                        String.format(
                                Locale.ROOT,
                                "Means over starts; +- holds 95 %% of them; balanced is CT - %.4f / 2 CP",
                                lambda))
                .column("control")
                .column("cells")
                .column("CT", "", "%.4f")
                .column("CT +-", "", "%.4f")
                .column("CP", "", "%.4f")
                .column("CP +-", "", "%.4f")
                .column("CT/CP", "", "%.4f")
                .column("balanced", "", "%.4f");
        scores.forEach((contestant, grids) -> {
            for (GridScore grid : grids) {
                row(table, contestant.name(), Integer.toString(grid.cells()), grid.mean(), grid, lambda);
            }
            extrapolated(grids).ifPresent(score -> row(table, contestant.name(), EXTRAPOLATED, score, null, lambda));
        });
        return table.build();
    }

    private static void row(
            Table.Builder table, String name, String cells, Score score, GridScore spread, double lambda) {
        table.row(
                name,
                cells,
                score.thrustCoefficient(),
                spread == null ? Double.NaN : spread.thrustSpread(),
                score.powerCoefficient(),
                spread == null ? Double.NaN : spread.powerSpread(),
                score.efficiency(),
                Objective.BALANCED.value(score, lambda));
    }

    private static Optional<Score> extrapolated(List<GridScore> grids) {
        int last = grids.size() - 1;
        return last < 1 ? Optional.empty() : Optional.of(grids.get(last).extrapolated(grids.get(last - 1)));
    }

    /** What learning gained over the best sinusoid of the same objective; empty if nothing was learned. */
    static Optional<Table> gains(Map<Contestant, List<GridScore>> scores, double lambda) {
        Table.Builder table = Table.named("gains", "Learned controls against the best sinusoid of their objective")
                .column("control")
                .column("cells")
                .column("sinusoid", "", "%.4f")
                .column("learned", "", "%.4f")
                .column("difference", "", "%+.4f")
                .column("gain", "%", "%+.1f");
        boolean any = false;
        for (Map.Entry<Contestant, List<GridScore>> entry : scores.entrySet()) {
            Contestant learned = entry.getKey();
            if (learned.learned()) {
                any = true;
                gains(table, learned, labelled(entry.getValue()), labelled(rival(scores, learned)), lambda);
            }
        }
        return any ? Optional.of(table.build()) : Optional.empty();
    }

    private static List<GridScore> rival(Map<Contestant, List<GridScore>> scores, Contestant learned) {
        String name = learned.objective().label() + "-sinusoid";
        return scores.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static void gains(
            Table.Builder table,
            Contestant contestant,
            Map<String, Score> learned,
            Map<String, Score> sinusoid,
            double lambda) {
        learned.forEach((cells, score) -> {
            double rival = contestant.objective().value(sinusoid.get(cells), lambda);
            double value = contestant.objective().value(score, lambda);
            table.row(contestant.name(), cells, rival, value, value - rival, 100.0 * (value - rival) / Math.abs(rival));
        });
    }

    /** Scores by the label of their grid. */
    private static Map<String, Score> labelled(List<GridScore> grids) {
        Map<String, Score> scores = new LinkedHashMap<>();
        grids.forEach(grid -> scores.put(Integer.toString(grid.cells()), grid.mean()));
        extrapolated(grids).ifPresent(score -> scores.put(EXTRAPOLATED, score));
        return scores;
    }

    /** The same for programs: a list per contestant. */
    static void results(Map<Contestant, List<GridScore>> scores, ExperimentReport report) {
        scores.forEach((contestant, grids) -> {
            List<Map<String, Object>> values = new ArrayList<>();
            labelled(grids).forEach((cells, score) -> {
                Map<String, Object> value = new LinkedHashMap<>();
                value.put("cells", cells);
                value.put("CT", score.thrustCoefficient());
                value.put("CP", score.powerCoefficient());
                value.put("eta", score.efficiency());
                values.add(value);
            });
            report.result(contestant.name(), values);
        });
    }
}
