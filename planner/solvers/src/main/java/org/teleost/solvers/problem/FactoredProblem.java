package org.teleost.solvers.problem;

import java.util.List;
import org.teleost.plan.PlannerSettings;
import org.teleost.problem.Instance;
import org.teleost.problem.Problem;
import org.teleost.random.RandomStream;
import org.teleost.settings.LeafRule;
import org.teleost.solvers.factored.FactoredModel;
import org.teleost.solvers.factored.FactoredPomdp;
import org.teleost.solvers.value.FullyObserved;

/** A problem of variables, simulated variable by variable, for problems whose joint table is large. */
public final class FactoredProblem implements Problem {
    /** Most states of which the planner may make a table for its leaf value; that takes seconds for each 100 000. */
    private static final long MOST_ENUMERATED = 50_000;

    private final FactoredPomdp problem;
    private final FactoredModel model;

    /**
     * The problem.
     *
     * @throws IllegalArgumentException for discount 0, where there is nothing to plan, and for discount 1: whether
     *     episodes end is not looked for among so many states, so there is no number of steps to plan for
     */
    public FactoredProblem(FactoredPomdp problem) {
        if (!(problem.discount() > 0.0)) {
            throw FileProblem.withoutFuture(problem.name());
        }
        if (!(problem.discount() < 1.0)) {
            throw FullyObserved.endless(problem.name() + " has discount 1, and nothing says that its episodes end");
        }
        this.problem = problem;
        model = new FactoredModel(problem);
    }

    @Override
    public String name() {
        return problem.name();
    }

    @Override
    public String summary() {
        return problem.stateCount() + " states of " + problem.states().size() + " variables, from a file";
    }

    @Override
    public int defaultSteps() {
        return FileProblem.steps(problem.discount());
    }

    @Override
    public PlannerSettings defaultSettings() {
        return problem.stateCount() <= MOST_ENUMERATED
                ? PlannerSettings.defaults()
                : PlannerSettings.defaults().with(s -> s.leafValue = LeafRule.ROLLOUT);
    }

    @Override
    public List<ConstantPolicy> baselines() {
        return FileProblem.constants(model.actionCount(), model::actionText);
    }

    /** What is seen of the start is drawn here: it is known before the first action. */
    @Override
    public Instance instance(long seed) {
        FactoredModel started = model.withSeenStart(new RandomStream(seed));
        return () -> started;
    }
}
