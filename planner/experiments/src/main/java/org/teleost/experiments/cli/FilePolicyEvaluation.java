package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.teleost.experiments.json.Json;
import org.teleost.experiments.report.TextSummary;
import org.teleost.experiments.statistics.MeanInterval;
import org.teleost.random.RandomStream;
import org.teleost.solvers.file.GraphPolicy;
import org.teleost.solvers.file.PolicyFile;
import org.teleost.solvers.policy.AlphaDecisions;
import org.teleost.solvers.policy.AlphaSet;
import org.teleost.solvers.policy.Decisions;
import org.teleost.solvers.policy.GraphDecisions;
import org.teleost.solvers.policy.PolicyGraph;
import org.teleost.solvers.policy.Simulation;
import org.teleost.solvers.policy.StartBeliefs;
import org.teleost.solvers.tabular.Endings;
import org.teleost.solvers.tabular.TabularPomdp;
import org.teleost.solvers.value.FullyObserved;
import org.teleost.solvers.value.GraphValues;

/** Simulates a policy of vectors, or a policy graph, on its problem file. */
final class FilePolicyEvaluation {
    /** Longest episodes; what comes later weighs at most {@link #NEGLIGIBLE}, or the report says how much. */
    private static final int MOST_STEPS = 100_000;

    private static final double NEGLIGIBLE = 1e-4;

    private final TabularPomdp model;
    private final String policy;
    private final int steps;
    private final double promise;
    private final String meaning;
    private final Simulation simulation;

    /** Reads the policy that belongs to a table. */
    FilePolicyEvaluation(TabularPomdp model, Path file) {
        FullyObserved.requireDiscount(model);
        this.model = model;
        policy = file.toString();
        int end = Endings.mostSteps(model);
        double needed = end >= 0 ? end : Math.log(NEGLIGIBLE) / Math.log(model.discount());
        steps = (int) Math.max(1, Math.min(MOST_STEPS, Math.ceil(needed)));
        Decisions decisions;
        if (GraphPolicy.isNamed(policy)) {
            PolicyGraph graph = GraphPolicy.read(file, model);
            double[][] values = GraphValues.of(model, graph);
            decisions = new GraphDecisions(graph, values);
            promise = StartBeliefs.mean(model, belief -> GraphDecisions.best(values, belief));
            meaning = "exact";
        } else {
            AlphaSet vectors = PolicyFile.read(file, model);
            decisions = new AlphaDecisions(model, vectors);
            promise = StartBeliefs.mean(model, vectors::value);
            meaning = "of the vectors";
        }
        simulation = new Simulation(model, decisions);
    }

    /** Discounted returns of so many episodes, at exact beliefs. */
    void run(int episodes, long seed, boolean json, boolean quiet, PrintWriter out) {
        double[] returns = new double[episodes];
        for (int i = 0; i < episodes; i++) {
            returns[i] = simulation.run(steps, RandomStream.derive(seed, i));
        }
        MeanInterval mean = MeanInterval.of(returns);
        if (!quiet) {
            print(mean, episodes, out);
        }
        if (json) {
            ObjectNode object = Json.object();
            object.put("problem", model.name());
            object.put("policy", policy);
            object.put("episodes", episodes);
            object.put("seed", seed);
            object.put("steps", steps);
            Json.put(object, "discountedReturn", mean.mean());
            Json.put(object, "ci95", mean.halfWidth());
            Json.put(object, "value", promise);
            out.println(Json.line(object));
        }
        out.flush();
    }

    private void print(MeanInterval mean, int episodes, PrintWriter out) {
        out.println(String.format(
                Locale.ROOT,
                "discounted return    %s%s over %d episode%s of at most %d steps",
                TextSummary.plusMinus("%.4f", mean.mean(), mean.halfWidth()),
                episodes == 1 ? "" : " (95 %)",
                episodes,
                episodes == 1 ? "" : "s",
                steps));
        out.println(String.format(Locale.ROOT, "value at the start   %.4f (%s)", promise, meaning));
        double rest = Math.pow(model.discount(), steps);
        if (rest > 2.0 * NEGLIGIBLE && Endings.mostSteps(model) < 0) {
            out.println(
                    String.format(Locale.ROOT, "cut off              what would follow weighs %.2g of a value", rest));
        }
    }
}
