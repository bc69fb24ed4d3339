package org.teleost.experiments.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.teleost.experiment.report.Table;
import org.teleost.experiments.compare.Standings.Entry;
import org.teleost.experiments.config.SolverSpec;
import org.teleost.experiments.statistics.MeanInterval;
import org.teleost.plan.Budget;
import org.teleost.problem.Problem;

/** What more time is worth: each budget against the next smaller one, paired. */
final class BudgetCurves {
    private BudgetCurves() {}

    static Table table(Contest contest, Standings standings) {
        Table.Builder table = Table.named("budgets", "what a larger budget is worth, paired")
                .column("problem")
                .column("solver")
                .column("from")
                .column("to")
                .column("gain", "", "%+.3f")
                .column("+-", "", "%.3f")
                .column("verdict");
        List<Budget> budgets = new ArrayList<>(contest.budgets());
        budgets.sort(Comparator.comparingLong(Budget::nanos)
                .thenComparingLong(Budget::episodes)
                .thenComparingInt(Budget::passes));
        for (Problem problem : contest.problems()) {
            for (SolverSpec solver : contest.solvers()) {
                for (int i = 1; i < budgets.size(); i++) {
                    Entry less =
                            standings.find(problem.name(), budgets.get(i - 1).text(), solver.text());
                    Entry more = standings.find(problem.name(), budgets.get(i).text(), solver.text());
                    if (less != null && more != null) {
                        MeanInterval gain = more.differenceTo(less);
                        table.row(
                                problem.name(),
                                solver.text(),
                                less.budget(),
                                more.budget(),
                                gain.mean(),
                                gain.halfWidth(),
                                verdict(gain));
                    }
                }
            }
        }
        return table.build();
    }

    private static String verdict(MeanInterval gain) {
        if (gain.high() < 0.0) {
            return "falls";
        }
        return gain.low() > 0.0 ? "rises" : "no clear difference";
    }
}
