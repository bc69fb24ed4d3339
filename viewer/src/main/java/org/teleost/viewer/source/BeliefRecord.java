package org.teleost.viewer.source;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The recorded sample of a belief.
 *
 * @param size particles of the whole belief
 * @param effectiveSampleSize of the whole belief, NaN when not recorded
 * @param weights one per recorded particle, summing to 1; not to be changed
 * @param columns lane name to one value per recorded particle; not to be changed
 * @param history lanes that all particles share
 */
public record BeliefRecord(
        int size, double effectiveSampleSize, double[] weights, Map<String, double[]> columns, Lanes history) {

    /** Number of recorded particles. */
    public int count() {
        return weights.length;
    }

    /** Values of a lane; zeros when it was not recorded. */
    public double[] column(String lane) {
        double[] column = columns.get(lane);
        return column == null ? new double[weights.length] : column;
    }

    /** Weighted mean of a lane. */
    public double mean(String lane) {
        double[] column = column(lane);
        double sum = 0.0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * column[i];
        }
        return sum;
    }

    /** Probability that bit {@code bit} of an integer lane is set. */
    public double bitProbability(String lane, int bit) {
        double[] column = column(lane);
        double sum = 0.0;
        for (int i = 0; i < weights.length; i++) {
            sum += ((long) column[i] >>> bit & 1) * weights[i];
        }
        return sum;
    }

    /** Null when the step has no belief or its columns do not fit together. */
    static BeliefRecord of(Object recorded) {
        if (!(recorded instanceof Map<?, ?> members)
                || !(members.get("particles") instanceof Map<?, ?> particles)
                || !(particles.get("weights") instanceof double[] recordedWeights)) {
            return null;
        }
        double[] weights = normalised(recordedWeights);
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String group : new String[] {"ints", "floats"}) {
            if (particles.get(group) instanceof Map<?, ?> lanes) {
                lanes.forEach((name, value) -> {
                    if (value instanceof double[] column && column.length == weights.length) {
                        columns.put(name.toString(), column);
                    }
                });
            }
        }
        double size = StepRecord.number(members, "size");
        return new BeliefRecord(
                Double.isNaN(size) ? weights.length : (int) size,
                StepRecord.number(members, "effectiveSampleSize"),
                weights,
                columns,
                Lanes.of(members));
    }

    private static double[] normalised(double[] weights) {
        double sum = 0.0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] result = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            result[i] = sum > 0.0 && !Double.isInfinite(sum) ? weights[i] / sum : 1.0 / weights.length;
        }
        return result;
    }
}
