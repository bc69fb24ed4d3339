package org.teleost.envs.finray.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.teleost.envs.finray.FinRay;
import org.teleost.envs.finray.FinRaySetup;
import org.teleost.envs.finray.scoring.Measurement;
import org.teleost.envs.finray.scoring.OffsetControl;
import org.teleost.envs.finray.scoring.Score;
import org.teleost.envs.finray.sinusoid.ScoredSinusoid;
import org.teleost.envs.finray.sinusoid.Sinusoid;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellListener;
import org.teleost.experiment.cell.CellMonitor;
import org.teleost.experiment.cell.CellRun;
import org.teleost.experiment.report.ExperimentReport;

/** Scores as cells of an experiment. */
final class SinusoidCells {
    private SinusoidCells() {}

    /**
     * Scores sinusoids that the experiment has not scored yet and adds all of them to {@code out}.
     *
     * @return false if it was stopped before all were scored
     */
    static boolean run(
            List<Sinusoid> sinusoids,
            FinRaySetup setup,
            Measurement measurement,
            int threads,
            ExperimentInput input,
            CellListener listener,
            List<ScoredSinusoid> out) {
        Map<String, Sinusoid> byKey = new LinkedHashMap<>();
        sinusoids.forEach(sinusoid -> byKey.put(key(sinusoid), sinusoid));
        boolean complete = CellRun.run(
                new ArrayList<>(byKey.keySet()),
                threads,
                input.cells(),
                input::stopRequested,
                (key, monitor) -> score(key, setup, measurement, byKey.get(key), 0, monitor),
                listener);
        byKey.forEach((key, sinusoid) ->
                input.cells().find(key).ifPresent(cell -> out.add(new ScoredSinusoid(sinusoid, score(cell)))));
        return complete;
    }

    static String key(Sinusoid sinusoid) {
        return "multiple=" + sinusoid.multiple() + " amplitude=" + sinusoid.amplitude() + " phase=" + sinusoid.phase();
    }

    /** Measures a control; empty if asked to stop. */
    static Optional<Cell> score(
            String key,
            FinRaySetup setup,
            Measurement measurement,
            OffsetControl control,
            int decision,
            CellMonitor monitor) {
        int[] decisions = new int[1];
        Optional<Score> score = measurement.of(new FinRay(setup), control, decision, ray -> {
            decisions[0]++;
            if (decisions[0] % FinRay.DECISIONS_PER_PERIOD == 0) {
                monitor.progress((double) decisions[0] / measurement.decisions());
            }
            return !monitor.stopRequested();
        });
        return score.map(found -> Cell.of(key)
                .with("CT", found.thrustCoefficient())
                .with("CP", found.powerCoefficient())
                .with("deviation", found.thrustDeviation()));
    }

    /**
     * Tells the report of every score that is new, and what is under way.
     *
     * @param label of a cell's score, by the cell's key
     * @param name of the cell that is under way
     */
    static CellListener listener(ExperimentReport report, UnaryOperator<String> label, UnaryOperator<String> name) {
        return new CellListener() {
            @Override
            public void finished(Cell cell, boolean earlier) {
                if (!earlier) {
                    report.line(line(label.apply(cell.key()), cell));
                }
            }

            @Override
            public void progress(double done, int total, String key) {
                report.progress(done, total, name.apply(key));
            }
        };
    }

    /** A line about a finished cell. */
    static String line(String label, Cell cell) {
        Score score = score(cell);
        if (!score.valid()) {
            return label + "  diverged";
        }
        double efficiency = score.efficiency();
        return String.format(
                Locale.ROOT,
                "%-46s CT %7.4f  CP %7.4f  CT/CP %6s",
                label,
                score.thrustCoefficient(),
                score.powerCoefficient(),
                Double.isNaN(efficiency) ? "-" : String.format(Locale.ROOT, "%.3f", efficiency));
    }

    /** The score that a cell holds. */
    static Score score(Cell cell) {
        return new Score(cell.number("CT"), cell.number("CP"), cell.number("deviation"));
    }
}
