package org.teleost.experiments.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.teleost.experiments.report.Json;
import org.teleost.experiments.statistics.MeanInterval;
import org.teleost.random.RandomStream;
import org.teleost.solvers.file.ModelFile;
import org.teleost.solvers.file.PolicyFile;
import org.teleost.solvers.policy.Simulation;
import org.teleost.solvers.problem.FileProblem;
import org.teleost.solvers.tabular.TabularPomdp;

/** Simulates a policy of vectors on its problem file. */
final class FilePolicyEvaluation {
    private FilePolicyEvaluation() {}

    /** Discounted returns of so many episodes, at exact beliefs. */
    static void run(Path file, Path policy, int episodes, long seed, boolean json, PrintWriter out) {
        TabularPomdp model = ModelFile.read(file, false).table();
        int steps = new FileProblem(model).defaultSteps();
        Simulation simulation = new Simulation(model, PolicyFile.read(policy, model));
        double[] returns = new double[episodes];
        for (int i = 0; i < episodes; i++) {
            returns[i] = simulation.run(steps, RandomStream.derive(seed, i));
        }
        MeanInterval mean = MeanInterval.of(returns);
        if (json) {
            ObjectNode object = Json.object();
            object.put("problem", model.name());
            object.put("policy", policy.toString());
            object.put("episodes", episodes);
            object.put("steps", steps);
            Json.put(object, "discountedReturn", mean.mean());
            Json.put(object, "ci95", mean.halfWidth());
            out.println(Json.line(object));
        } else {
            out.println(String.format(
                    Locale.ROOT,
                    "discounted return    %.4f +- %.4f over %d episodes of at most %d steps",
                    mean.mean(),
                    mean.halfWidth(),
                    episodes,
                    steps));
        }
        out.flush();
    }
}
