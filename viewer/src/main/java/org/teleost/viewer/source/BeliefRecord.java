package org.teleost.viewer.source;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The recorded sample of a belief.
 *
 * @param size particles of the whole belief
 * @param effectiveSampleSize of the whole belief, NaN when not recorded
 * @param weights one per recorded particle, summing to 1; not to be changed
 * @param columns lane name to one value per recorded particle; not to be changed
 * @param discrete names of the integer lanes among them
 * @param history lanes that all particles share
 */
public record BeliefRecord(
        int size,
        double effectiveSampleSize,
        double[] weights,
        Map<String, double[]> columns,
        Set<String> discrete,
        Lanes history) {

    /** Number of recorded particles. */
    public int count() {
        return weights.length;
    }

    /** Values of a lane; zeros when it was not recorded. */
    public double[] column(String lane) {
        double[] column = columns.get(lane);
        return column == null ? new double[weights.length] : column;
    }

    /** The lanes of one recorded particle, shared ones included. */
    public Lanes particle(int index) {
        Map<String, Double> lanes = new LinkedHashMap<>();
        columns.forEach((name, values) -> lanes.put(name, values[index]));
        lanes.putAll(history.values());
        return new Lanes(lanes);
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

    /**
     * Entropy of the recorded particles' integer lanes in bits, NaN without any: 0 when all agree, at most the
     * logarithm of their number.
     */
    public double entropyBits() {
        if (discrete.isEmpty()) {
            return Double.NaN;
        }
        Map<Long, Double> shares = new HashMap<>();
        for (int i = 0; i < weights.length; i++) {
            long state = 0;
            for (String lane : discrete) {
                state = (state ^ Double.doubleToLongBits(columns.get(lane)[i])) * 0x9E3779B97F4A7C15L;
                state ^= state >>> 29;
            }
            shares.merge(state, weights[i], Double::sum);
        }
        double bits = 0.0;
        for (double share : shares.values()) {
            bits -= share > 0 ? share * Math.log(share) / Math.log(2) : 0;
        }
        return Math.max(0.0, bits);
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
        Set<String> discrete = new LinkedHashSet<>();
        for (String group : new String[] {"ints", "floats"}) {
            if (particles.get(group) instanceof Map<?, ?> lanes) {
                lanes.forEach((name, value) -> {
                    if (value instanceof double[] column && column.length == weights.length) {
                        columns.put(name.toString(), column);
                        if (group.equals("ints")) {
                            discrete.add(name.toString());
                        }
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
                discrete,
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
