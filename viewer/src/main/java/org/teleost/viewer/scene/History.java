package org.teleost.viewer.scene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.teleost.viewer.source.DecisionRecord;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.StepRecord;

/**
 * The series of an episode, filled as far as it has been read. Reading goes on in small portions, so that a long trace
 * shows its first frame at once. Owned by the thread that owns the episode.
 */
public final class History implements SeriesReader {
    private final Episode episode;
    private double[] rewards = new double[0];
    private double[] values = new double[0];
    private double[] effectiveShares = new double[0];
    private double[] entropies = new double[0];
    private double[] planningMillis = new double[0];
    private double[] passes = new double[0];
    private double[] nodes = new double[0];
    private boolean[] late = new boolean[0];
    private long read;

    public History(Episode episode) {
        this.episode = episode;
    }

    @Override
    public long read() {
        return read;
    }

    @Override
    public boolean readMore(int steps) throws IOException {
        int known = (int) Math.min(Integer.MAX_VALUE - 8, episode.stepCount());
        grow(known);
        long end = Math.min(known, read + steps);
        while (read < end) {
            Optional<StepRecord> step = episode.step(read);
            if (step.isPresent()) {
                take((int) read, step.get());
            }
            read++;
        }
        return read < known;
    }

    private void grow(int length) {
        int old = rewards.length;
        if (length > old) {
            rewards = grown(rewards, length);
            values = grown(values, length);
            effectiveShares = grown(effectiveShares, length);
            entropies = grown(entropies, length);
            planningMillis = grown(planningMillis, length);
            passes = grown(passes, length);
            nodes = grown(nodes, length);
            late = Arrays.copyOf(late, length);
        }
    }

    private static double[] grown(double[] numbers, int length) {
        double[] longer = Arrays.copyOf(numbers, length);
        Arrays.fill(longer, numbers.length, length, Double.NaN);
        return longer;
    }

    private void take(int index, StepRecord step) {
        rewards[index] = step.reward();
        if (step.belief() != null) {
            effectiveShares[index] =
                    100.0 * step.belief().effectiveSampleSize() / step.belief().size();
            entropies[index] = step.belief().entropyBits();
        }
        DecisionRecord decision = step.decision();
        if (decision != null) {
            values[index] = decision.value();
            planningMillis[index] = 1e-6 * decision.planningNanos();
            passes[index] = decision.tree().getOrDefault("passes", Double.NaN);
            nodes[index] = decision.tree().getOrDefault("nodes", Double.NaN);
            late[index] = decision.overshootNanos() > 0;
        }
    }

    /**
     * Reward, sum of rewards so far, not discounted, planner's value, the belief's effective sample size and entropy,
     * planning time with its budget and the steps past their deadline, passes, nodes of the tree; those with a value.
     */
    @Override
    public List<Series> series() {
        List<Series> series = new ArrayList<>();
        add(series, "reward per step", rewards);
        add(series, "sum of rewards, undiscounted", sums());
        add(series, "value estimate", values);
        add(series, "effective sample size, %", effectiveShares);
        add(series, "belief entropy, bits", entropies);
        Series planning = Series.of("planning time, ms", planningMillis.clone());
        if (Double.isFinite(planning.low())) {
            series.add(planning.withLimit(episode.info().budgetMillis(), late.clone()));
        }
        add(series, "passes", passes);
        add(series, "nodes of the tree", nodes);
        return series;
    }

    private static void add(List<Series> series, String name, double[] numbers) {
        Series candidate = Series.of(name, numbers.clone());
        if (Double.isFinite(candidate.low())) {
            series.add(candidate);
        }
    }

    /** A step that is missing adds nothing. */
    private double[] sums() {
        double[] sums = new double[rewards.length];
        double sum = 0.0;
        for (int i = 0; i < sums.length; i++) {
            sum += Double.isFinite(rewards[i]) ? rewards[i] : 0.0;
            sums[i] = i < read ? sum : Double.NaN;
        }
        return sums;
    }
}
