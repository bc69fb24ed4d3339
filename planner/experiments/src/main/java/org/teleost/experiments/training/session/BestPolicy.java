package org.teleost.experiments.training.session;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.teleost.experiments.report.Versions;
import org.teleost.experiments.training.evaluation.EvaluationResult;
import org.teleost.experiments.training.settings.TrainingConfiguration;
import org.teleost.policy.PolicyFile;
import org.teleost.policy.PolicyNetwork;
import org.teleost.policy.SavedPolicy;

/** Makes the policies of one seed and keeps the best, whose facts say how good it was. */
final class BestPolicy {
    private static final String MEAN = "evaluationMean";
    private static final String STEPS = "environmentSteps";

    private final TrainingConfiguration configuration;
    private final long seed;
    private double mean = Double.NEGATIVE_INFINITY;
    private long steps = -1;
    private SavedPolicy saved;

    BestPolicy(TrainingConfiguration configuration, long seed) {
        this.configuration = configuration;
        this.seed = seed;
    }

    /** Writes the best so far, or that there is none. */
    void write(DataOutput out) throws IOException {
        byte[] bytes = saved == null ? new byte[0] : PolicyFile.toBytes(saved);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Goes on from what {@link #write} wrote.
     *
     * @param length the first number that it wrote
     */
    void read(DataInput in, int length) throws IOException {
        if (length < 0 || length > PolicyFile.MAX_BYTES) {
            throw new IOException("best policy of " + length + " bytes; at most " + PolicyFile.MAX_BYTES);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        take(length == 0 ? null : PolicyFile.fromBytes(bytes, "best policy in the checkpoint"));
    }

    /** Goes on from the file of a run whose checkpoint does not hold the best, unless it is of steps after it. */
    void read(Path file, long lastStep) throws IOException {
        if (Files.exists(file)) {
            take(PolicyFile.read(file));
            if (steps > lastStep) {
                take(null);
            }
        }
    }

    private void take(SavedPolicy policy) throws IOException {
        saved = policy;
        mean = Double.NEGATIVE_INFINITY;
        steps = -1;
        if (policy != null) {
            try {
                mean = Double.parseDouble(policy.facts().getOrDefault(MEAN, "-Infinity"));
                steps = Long.parseLong(policy.facts().getOrDefault(STEPS, "-1"));
            } catch (NumberFormatException e) {
                throw new IOException("the best policy was written by another program", e);
            }
        }
    }

    /** The best so far, null if there is none. */
    SavedPolicy saved() {
        return saved;
    }

    /** Takes the policy if no earlier evaluation was as good. */
    boolean improve(SavedPolicy policy, double evaluationMean, long environmentSteps) {
        if (!(evaluationMean > mean)) {
            return false;
        }
        saved = policy;
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
