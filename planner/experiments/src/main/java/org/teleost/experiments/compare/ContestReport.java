package org.teleost.experiments.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teleost.experiment.report.Axis;
import org.teleost.experiment.report.Curve;
import org.teleost.experiment.report.ExperimentReport;
import org.teleost.experiment.report.LinePlot;
import org.teleost.experiment.report.Table;
import org.teleost.experiments.compare.Standings.Entry;
import org.teleost.experiments.config.SolverSpec;
import org.teleost.experiments.statistics.MeanInterval;
import org.teleost.plan.Budget;
import org.teleost.problem.Problem;

/** Tables, plots and JSON of a contest. */
final class ContestReport {
    private final Contest contest;
    private final Standings standings;
    private final String reference;

    ContestReport(Contest contest, Standings standings) {
        this.contest = contest;
        this.standings = standings;
        reference = contest.solvers().get(0).text();
    }

    void write(ExperimentReport report) {
        report.table(returns());
        if (contest.solvers().size() > 1) {
            report.table(rivals());
        }
        if (contest.budgets().size() > 1) {
            report.table(BudgetCurves.table(contest, standings));
        }
        contest.problems().forEach(problem -> plot(report, problem));
        report.result("reference", reference);
        report.result("entries", json());
    }

    private Table returns() {
        Table.Builder table = Table.named(
                        "comparison", "discounted return, 95 % intervals; difference to " + reference + " paired")
                .column("problem")
                .column("budget")
                .column("solver")
                .column("episodes")
                .column("return", "", "%.3f")
                .column("+-", "", "%.3f")
                .column("difference", "", "%+.3f")
                .column("+- paired", "", "%.3f")
                .column("steps", "", "%.1f")
                .column("success", "", "%.2f")
                .column("planning", "ms", "%.2f")
                .column("worst delay", "ms", "%.2f")
                .column("simulations", "per decision", "%.0f");
        for (Entry entry : standings.all()) {
            MeanInterval mean = entry.interval("return");
            MeanInterval difference = difference(entry);
            table.row(
                    entry.problem(),
                    entry.budget(),
                    entry.solver(),
                    mean.count(),
                    mean.mean(),
                    mean.halfWidth(),
                    difference.mean(),
                    difference.halfWidth(),
                    entry.interval("steps").mean(),
                    entry.interval("succeeded").mean(),
                    entry.interval("planningMs").mean(),
                    entry.cells().values().stream()
                            .mapToDouble(cell -> cell.number("overshootMs"))
                            .max()
                            .orElse(0.0),
                    entry.interval("simulations").mean());
        }
        return table.build();
    }

    private MeanInterval difference(Entry entry) {
        Entry ours = standings.find(entry.problem(), entry.budget(), reference);
        return ours == null || ours.equals(entry) ? MeanInterval.of() : entry.differenceTo(ours);
    }

    /** The best of the others against the reference. */
    private Table rivals() {
        Table.Builder table = Table.named("best-rival", reference + " against the best of the others, paired")
                .column("problem")
                .column("budget")
                .column(reference, "", "%.3f")
                .column("best other")
                .column("its return", "", "%.3f")
                .column("it minus " + reference, "", "%+.3f")
                .column("+-", "", "%.3f")
                .column("verdict");
        for (Problem problem : contest.problems()) {
            for (Budget budget : contest.budgets()) {
                Entry ours = standings.find(problem.name(), budget.text(), reference);
                Entry best = bestOther(problem, budget);
                if (ours != null && best != null) {
                    MeanInterval difference = best.differenceTo(ours);
                    table.row(
                            problem.name(),
                            budget.text(),
                            ours.interval("return").mean(),
                            best.solver(),
                            best.interval("return").mean(),
                            difference.mean(),
                            difference.halfWidth(),
                            verdict(difference));
                }
            }
        }
        return table.build();
    }

    private Entry bestOther(Problem problem, Budget budget) {
        Entry best = null;
        for (SolverSpec solver : contest.solvers()) {
            Entry entry = standings.find(problem.name(), budget.text(), solver.text());
            boolean other = entry != null && !solver.text().equals(reference);
            if (other
                    && (best == null
                            || entry.interval("return").mean()
                                    > best.interval("return").mean())) {
                best = entry;
            }
        }
        return best;
    }

    /** From the rival's difference: which of the two the interval favours. */
    private String verdict(MeanInterval difference) {
        if (difference.low() > 0.0) {
            return "the other is better";
        }
        return difference.high() < 0.0 ? reference + " is better" : "no clear difference";
    }

    private void plot(ExperimentReport report, Problem problem) {
        boolean timed = contest.budgets().stream().allMatch(Budget::timed);
        boolean counted = contest.budgets().stream().noneMatch(Budget::timed)
                && contest.budgets().stream().noneMatch(budget -> budget.episodes() == Long.MAX_VALUE);
        if (!timed && !counted) {
            return;
        }
        List<Curve> curves = new ArrayList<>();
        for (SolverSpec solver : contest.solvers()) {
            List<double[]> points = new ArrayList<>();
            for (Budget budget : contest.budgets()) {
                Entry entry = standings.find(problem.name(), budget.text(), solver.text());
                if (entry != null) {
                    double x = timed ? 1e-6 * budget.nanos() : budget.episodes();
                    points.add(new double[] {x, entry.interval("return").mean()});
                }
            }
            points.sort((a, b) -> Double.compare(a[0], b[0]));
            curves.add(Curve.lineAndPoints(
                    solver.text(),
                    points.stream().mapToDouble(p -> p[0]).toArray(),
                    points.stream().mapToDouble(p -> p[1]).toArray()));
        }
        Axis x = Axis.logarithmic(timed ? "budget per decision (ms)" : "budget per decision (episodes)");
        Axis y = Axis.linear("discounted return");
        report.figure(new LinePlot(problem.name(), problem.name(), x, y, curves));
    }

    private List<Map<String, Object>> json() {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Entry entry : standings.all()) {
            MeanInterval mean = entry.interval("return");
            MeanInterval difference = difference(entry);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("problem", entry.problem());
            json.put("budget", entry.budget());
            json.put("solver", entry.solver());
            json.put("episodes", mean.count());
            json.put("return", mean.mean());
            json.put("halfWidth95", mean.halfWidth());
            json.put("difference", difference.mean());
            json.put("differenceHalfWidth95", difference.halfWidth());
            list.add(json);
        }
        return list;
    }
}
