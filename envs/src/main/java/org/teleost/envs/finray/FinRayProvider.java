package org.teleost.envs.finray;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.ControlProblemProvider;

/** Lists the fin ray with its three rewards, each on the standard and on the fast tier. */
public final class FinRayProvider implements ControlProblemProvider {
    /** Best efficiency of a sinusoid at Re 1000 on 32 cells per length. */
    public static final double STANDARD_LAMBDA = 0.25;

    /** Best efficiency of a sinusoid at Re 200 on 24 cells per length. */
    public static final double FAST_LAMBDA = 0.054;

    @Override
    public List<ControlProblem> problems() {
        List<ControlProblem> problems = new ArrayList<>();
        add(problems, "", FinRaySettings.standard(), STANDARD_LAMBDA);
        add(problems, "-fast", FinRaySettings.fast(), FAST_LAMBDA);
        return problems;
    }

    private static void add(List<ControlProblem> problems, String suffix, FinRaySettings settings, double lambda) {
        String tier = String.format(Locale.ROOT, ", Re %.0f, %d cells", settings.reynolds(), settings.cellsPerLength());
        problems.add(new FinRayProblem(
                "finray-thrust" + suffix,
                "Fin ray: most thrust from the muscles' offset" + tier,
                settings,
                FinRayReward.thrust()));
        problems.add(new FinRayProblem(
                "finray-efficiency" + suffix,
                "Fin ray: thrust against the power it takes" + tier,
                settings,
                FinRayReward.efficiency(lambda)));
        problems.add(new FinRayProblem(
                "finray-balanced" + suffix,
                "Fin ray: between thrust and efficiency" + tier,
                settings,
                FinRayReward.balanced(lambda)));
    }
}
