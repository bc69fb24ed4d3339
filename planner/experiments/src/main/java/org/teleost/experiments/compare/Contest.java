package org.teleost.experiments.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teleost.experiments.config.Configurator;
import org.teleost.experiments.config.RunConfiguration;
import org.teleost.experiments.config.Setting;
import org.teleost.experiments.config.SolverSpec;
import org.teleost.plan.Budget;
import org.teleost.problem.Problem;

/**
 * What is compared.
 *
 * @param problems to play
 * @param solvers the first is the one that differences are taken against
 * @param budgets per decision
 * @param episodes of each
 * @param settings for all solvers alike: seed, threads, and whatever else the user sets
 */
public record Contest(
        List<Problem> problems, List<SolverSpec> solvers, List<Budget> budgets, int episodes, List<Setting> settings) {

    /** One episode of one solver. */
    record Match(Problem problem, SolverSpec solver, Budget budget, int episode) {
        /** The cell's key. */
        String key() {
            return problem.name() + " " + solver.text() + " " + budget.text() + " " + episode;
        }
    }

    /** Problem by problem, quick budgets first, all solvers of an episode before the next one. */
    Map<String, Match> matches(LeftOut leftOut) {
        Map<String, Match> matches = new LinkedHashMap<>();
        for (Problem problem : problems) {
            for (Budget budget : budgets) {
                for (int episode = 0; episode < episodes; episode++) {
                    for (SolverSpec solver : solvers) {
                        Match match = new Match(problem, solver, budget, episode);
                        if (!leftOut.contains(problem, solver)) {
                            matches.put(match.key(), match);
                        }
                    }
                }
            }
        }
        return matches;
    }

    /** The configuration of a match; throws {@link org.teleost.experiments.config.ConfigException}. */
    RunConfiguration configuration(Problem problem, SolverSpec solver, Budget budget) {
        List<Setting> all = new ArrayList<>(settings);
        all.add(new Setting("policy", solver.text(), "--solvers"));
        all.add(new Setting("budget", budget.text(), "--budgets"));
        return Configurator.configure(problem, List.of(), all);
    }
}
