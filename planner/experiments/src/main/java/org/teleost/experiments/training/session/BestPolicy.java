package org.teleost.experiments.training.session;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.teleost.experiments.config.ConfigException;
import org.teleost.experiments.report.Versions;
import org.teleost.experiments.training.evaluation.EvaluationResult;
import org.teleost.experiments.training.record.SeedFolder;
import org.teleost.experiments.training.settings.TrainingConfiguration;
import org.teleost.policy.PolicyFile;
import org.teleost.policy.PolicyNetwork;
import org.teleost.policy.SavedPolicy;
import org.teleost.storage.WriteFailure;

/** Makes the policies of one seed and remembers which was best; the file itself says how good it was. */
final class BestPolicy {
    private static final String MEAN = "evaluationMean";
    private static final String STEPS = "environmentSteps";

    private final TrainingConfiguration configuration;
    private final long seed;
    private double mean = Double.NEGATIVE_INFINITY;
    private long steps = -1;

    BestPolicy(TrainingConfiguration configuration, long seed) {
        this.configuration = configuration;
        this.seed = seed;
    }

    /** Goes on from the best policy that an earlier run left. */
    void read(SeedFolder folder) {
        if (!Files.exists(folder.bestPolicy())) {
            return;
        }
        try {
            Map<String, String> facts = PolicyFile.read(folder.bestPolicy()).facts();
            mean = Double.parseDouble(facts.getOrDefault(MEAN, "-Infinity"));
            steps = Long.parseLong(facts.getOrDefault(STEPS, "-1"));
        } catch (IOException e) {
            throw new ConfigException("can't resume: " + folder.bestPolicy() + ": " + WriteFailure.reason(e), e);
        } catch (NumberFormatException e) {
            throw new ConfigException("can't resume: " + folder.bestPolicy() + " was written by another program", e);
        }
    }

    /** True if no earlier evaluation was as good. */
    boolean improve(double evaluationMean, long environmentSteps) {
        if (!(evaluationMean > mean)) {
            return false;
        }
        mean = evaluationMean;
        steps = environmentSteps;
        return true;
    }

    double mean() {
        return mean;
    }

    /** Steps after which the best was found, -1 if there is none. */
    long steps() {
        return steps;
    }

    /**
     * The network with the facts of its training.
     *
     * @param result null if the network was not evaluated
     */
    SavedPolicy policy(PolicyNetwork network, long environmentSteps, EvaluationResult result) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("algorithm", configuration.run().algorithm().name().toLowerCase(Locale.ROOT));
        facts.put("preset", configuration.run().preset().name().toLowerCase(Locale.ROOT));
        facts.put("teleost", Versions.teleostVersion());
        facts.put("seed", Long.toString(seed));
        facts.put(STEPS, Long.toString(environmentSteps));
        if (result != null) {
            facts.put(MEAN, Double.toString(result.returns().mean()));
            facts.put("evaluationStandardError", Double.toString(result.standardError()));
            facts.put("evaluationEpisodes", Integer.toString(result.episodes().size()));
            facts.put("evaluationSeed", Long.toString(configuration.run().evaluationSeed()));
        }
        return new SavedPolicy(configuration.problem(), network, facts);
    }
}
