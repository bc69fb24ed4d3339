package org.teleost.envs.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.teleost.experiment.Experiment;
import org.teleost.experiment.ExperimentInput;
import org.teleost.experiment.ExperimentOption;
import org.teleost.experiment.ExperimentOutcome;
import org.teleost.experiment.cell.Cell;
import org.teleost.experiment.cell.CellListener;
import org.teleost.experiment.cell.CellMonitor;
import org.teleost.experiment.cell.CellRun;
import org.teleost.experiment.report.ExperimentReport;

/** {@code teleost validate fluid}: the published cases, each with reference, result, deviation and verdict. */
public final class ValidateFluid implements Experiment {
    private static final ExperimentOption<Boolean> QUICK =
            ExperimentOption.flag("quick", "Coarse grids and small domains with wider bands: seconds, not minutes.");
    private static final ExperimentOption<List<String>> CASES = ExperimentOption.list(
                    ExperimentOption.text(
                            "case",
                            "",
                            "NAME",
                            "Cases whose names begin so, for example cylinder or flag; a wrong name lists all."),
                    List.of())
            .free();
    private static final ExperimentOption<Integer> THREADS = ExperimentOption.threads();

    @Override
    public String group() {
        return "validate";
    }

    @Override
    public String name() {
        return "fluid";
    }

    @Override
    public String summary() {
        return "Runs the published and the analytic cases of the flow solver and the flexible ray, and says by how much"
                + " each result is off.";
    }

    @Override
    public List<ExperimentOption<?>> options() {
        return List.of(QUICK, CASES, THREADS);
    }

    @Override
    public List<String> examples() {
        return List.of(
                "validate fluid                            all cases at full resolution",
                "validate fluid --quick                    coarse grids, wider bands",
                "validate fluid --case cylinder,flag --out fluid    some of them",
                "validate fluid --resume --out fluid       the others");
    }

    @Override
    public void check(ExperimentInput input) {
        chosen(input);
    }

    @Override
    public ExperimentOutcome run(ExperimentInput input, ExperimentReport report) {
        Map<String, Case> cases = chosen(input);
        boolean complete = CellRun.run(
                List.copyOf(cases.keySet()),
                input.value(THREADS),
                input.cells(),
                input::stopRequested,
                (key, monitor) -> compute(key, cases.get(key), monitor),
                listener(cases, report));
        List<CaseCell> finished = new ArrayList<>();
        cases.forEach((key, each) -> input.cells().find(key).ifPresent(cell -> finished.add(new CaseCell(each, cell))));
        boolean inside = new ValidationReport(finished).show(report);
        if (!complete) {
            return ExperimentOutcome.STOPPED;
        }
        return inside ? ExperimentOutcome.COMPLETE : ExperimentOutcome.OUTSIDE;
    }

    /** Cases by key; the key holds the setting, so that a case whose setting changes is computed again. */
    private static Map<String, Case> chosen(ExperimentInput input) {
        List<Case> all = new ArrayList<>();
        if (input.value(QUICK)) {
            all.addAll(QuickCases.all());
        } else {
            all.addAll(ConvergenceCases.full());
            all.addAll(FluidCases.full());
        }
        List<String> wanted = input.value(CASES);
        for (String start : wanted) {
            if (all.stream().noneMatch(each -> word(each.name()).startsWith(word(start)))) {
                throw new IllegalArgumentException("--case=" + start + "; allowed are the beginnings of "
                        + String.join(
                                ", ",
                                all.stream().map(each -> word(each.name())).toList()));
            }
        }
        Map<String, Case> cases = new LinkedHashMap<>();
        for (Case each : all) {
            boolean chosen = wanted.stream().anyMatch(start -> word(each.name()).startsWith(word(start)));
            if (wanted.isEmpty() || chosen) {
                cases.put(word(each.name()) + ": " + each.setting(), each);
            }
        }
        return cases;
    }

    /** {@code cylinder-re-100} for {@code cylinder Re 100}. */
    static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("-$", "");
    }

    private static CellListener listener(Map<String, Case> cases, ExperimentReport report) {
        return new CellListener() {
            @Override
            public void finished(Cell cell, boolean earlier) {
                CaseCell done = new CaseCell(cases.get(cell.key()), cell);
                done.findings().forEach(finding -> report.line(finding.line() + (earlier ? "  (earlier)" : "")));
            }

            @Override
            public void progress(double done, int total, String key) {
                report.progress(done, total, cases.get(key).name());
            }
        };
    }

    private static Optional<Cell> compute(String key, Case each, CellMonitor monitor) {
        long start = System.nanoTime();
        try {
            CaseResult result = Validation.measure(each, stoppable(monitor));
            return Optional.of(CaseCell.of(key, result, 1e-9 * (System.nanoTime() - start)));
        } catch (CaseStopped stopped) {
            return Optional.empty();
        }
    }

    /** Asks whether to stop at every step, and tells of progress every half per cent. */
    private static CaseMonitor stoppable(CellMonitor monitor) {
        double[] told = {0.0};
        return (done, total) -> {
            if (monitor.stopRequested()) {
                throw new CaseStopped();
            }
            if (done / total - told[0] > 0.005) {
                told[0] = done / total;
                monitor.progress(told[0]);
            }
        };
    }

    private static final class CaseStopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
