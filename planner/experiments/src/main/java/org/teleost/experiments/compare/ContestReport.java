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
    /** Small pictures side by side. */
    private static final int IN_A_ROW = 4;

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
        plots(report);
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

    /** A picture per problem, and all of them in one. */
    private void plots(ExperimentReport report) {
        boolean timed = contest.budgets().stream().allMatch(Budget::timed);
        boolean counted = contest.budgets().stream().noneMatch(Budget::timed)
                && contest.budgets().stream().noneMatch(budget -> budget.episodes() == Long.MAX_VALUE);
        if (!timed && !counted) {
            return;
        }
        List<LinePlot> plots = contest.problems().stream()
                .map(problem -> plot(problem, timed))
                .filter(plot -> plot.curves().stream().anyMatch(curve -> curve.x().length > 0))
                .toList();
        plots.forEach(report::figure);
        if (plots.size() > 1) {
            report.figures("curves", IN_A_ROW, plots);
        }
    }

    private LinePlot plot(Problem problem, boolean timed) {
        List<Curve> curves = new ArrayList<>();
        long most = 0;
        long fewest = Long.MAX_VALUE;
        for (SolverSpec solver : contest.solvers()) {
            List<double[]> points = new ArrayList<>();
            for (Budget budget : contest.budgets()) {
                Entry entry = standings.find(problem.name(), budget.text(), solver.text());
                if (entry != null) {
                    MeanInterval mean = entry.interval("return");
                    most = Math.max(most, mean.count());
                    fewest = Math.min(fewest, mean.count());
                    double x = timed ? 1e-6 * budget.nanos() : budget.episodes();
                    points.add(new double[] {x, mean.mean(), mean.halfWidth()});
                }
            }
            points.sort((a, b) -> Double.compare(a[0], b[0]));
            curves.add(Curve.lineAndPoints(solver.text(), column(points, 0), column(points, 1))
                    .withError(column(points, 2)));
        }
        String episodes = fewest < most ? fewest + " to " + most : "" + most;
        String title = problem.name() + ", " + episodes + (most == 1 ? " episode" : " episodes") + ", 95 % intervals";
        Axis x = Axis.logarithmic(timed ? "budget per decision (ms)" : "budget per decision (episodes)");
        return new LinePlot(problem.name(), title, x, Axis.linear("discounted return"), curves);
    }

    private static double[] column(List<double[]> points, int column) {
        return points.stream().mapToDouble(point -> point[column]).toArray();
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
