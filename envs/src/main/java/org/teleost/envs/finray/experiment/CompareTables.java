package org.teleost.envs.finray.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.teleost.envs.finray.comparison.Contestant;
import org.teleost.envs.finray.comparison.GridScore;
import org.teleost.envs.finray.comparison.Scene;
import org.teleost.envs.finray.comparison.Waveform;
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

    /** What learning gained over the best sinusoid and the best of all waves; empty if nothing was learned. */
    static Optional<Table> gains(Map<Contestant, List<GridScore>> scores, double lambda) {
        Table.Builder table = Table.named(
                        "gains", "Learned controls against the best that see nothing, of their objective and cells")
                .column("control")
                .column("cells")
                .column("learned", "", "%.4f")
                .column("sinusoid", "", "%.4f")
                .column("gain over it", "%", "%+.1f")
                .column("best wave")
                .column("its value", "", "%.4f")
                .column("gain over the wave", "%", "%+.1f");
        boolean any = false;
        for (Map.Entry<Contestant, List<GridScore>> entry : scores.entrySet()) {
            Contestant learned = entry.getKey();
            if (learned.learned()) {
                any = true;
                gains(table, learned, labelled(entry.getValue()), rivals(scores, learned.objective()), lambda);
            }
        }
        return any ? Optional.of(table.build()) : Optional.empty();
    }

    /** All that see nothing and are meant for an objective, their scores by grid; the sinusoid first. */
    private static Map<String, Map<String, Score>> rivals(
            Map<Contestant, List<GridScore>> scores, Objective objective) {
        Map<String, Map<String, Score>> rivals = new LinkedHashMap<>();
        scores.forEach((contestant, grids) -> {
            boolean passive = contestant.name().equals(CompareOptions.PASSIVE);
            if (!contestant.learned() && contestant.objective() == objective && !passive) {
                rivals.put(contestant.name(), labelled(grids));
            }
        });
        return rivals;
    }

    private static void gains(
            Table.Builder table,
            Contestant contestant,
            Map<String, Score> learned,
            Map<String, Map<String, Score>> rivals,
            double lambda) {
        Objective objective = contestant.objective();
        learned.forEach((cells, score) -> {
            String best = null;
            double highest = Double.NaN;
            for (Map.Entry<String, Map<String, Score>> rival : rivals.entrySet()) {
                double value = objective.value(rival.getValue().get(cells), lambda);
                if (best == null || value > highest) {
                    best = rival.getKey();
                    highest = value;
                }
            }
            double sinusoid =
                    objective.value(rivals.get(objective.label() + "-sinusoid").get(cells), lambda);
            double value = objective.value(score, lambda);
            table.row(
                    contestant.name(),
                    cells,
                    value,
                    sinusoid,
                    gain(value, sinusoid),
                    best,
                    highest,
                    gain(value, highest));
        });
    }

    private static double gain(double value, double rival) {
        return 100.0 * (value - rival) / Math.abs(rival);
    }

    /** The offsets as Fourier components over the last whole periods, and how they use their bounds. */
    static Table waveforms(Map<Contestant, Scene> scenes) {
        Table.Builder table = Table.named(
                        "waveforms",
                        "Offset as sum of A_k sin(k w t + phase_k), w t the phase of the heave; shares of the time at"
                                + " the largest offset and at the largest rate")
                .column("control");
        for (int k = 1; k <= Waveform.HARMONICS; k++) {
            table.column("A_" + k, "rad", "%.3f").column("phase_" + k, "degrees", "%.0f");
        }
        table.column("at the bound", "%", "%.0f").column("at the rate", "%", "%.0f");
        scenes.forEach((contestant, scene) -> {
            Waveform form = Waveform.of(scene.time(), scene.offset());
            List<Object> row = new ArrayList<>(List.of(contestant.name()));
            for (int k = 0; k < Waveform.HARMONICS; k++) {
                row.add(form.amplitudes()[k]);
                row.add(form.phases()[k]);
            }
            row.add(100.0 * form.atBound());
            row.add(100.0 * form.atRate());
            table.row(row.toArray());
        });
        return table.build();
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
