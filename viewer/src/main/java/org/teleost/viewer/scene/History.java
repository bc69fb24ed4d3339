package org.teleost.viewer.scene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
            rewards = Arrays.copyOf(rewards, length);
            values = Arrays.copyOf(values, length);
            effectiveShares = Arrays.copyOf(effectiveShares, length);
            Arrays.fill(rewards, old, length, Double.NaN);
            Arrays.fill(values, old, length, Double.NaN);
            Arrays.fill(effectiveShares, old, length, Double.NaN);
        }
    }

    private void take(int index, StepRecord step) {
        rewards[index] = step.reward();
        values[index] = step.decision() == null ? Double.NaN : step.decision().value();
        effectiveShares[index] = step.belief() == null
                ? Double.NaN
                : 100.0 * step.belief().effectiveSampleSize() / step.belief().size();
    }

    /** Reward, sum of rewards so far, planner's value, effective sample size; those with a value. */
    @Override
    public List<Series> series() {
        List<Series> series = new ArrayList<>();
        add(series, "reward per step", rewards);
        add(series, "reward so far", sums());
        add(series, "value estimate", values);
        add(series, "effective sample size, %", effectiveShares);
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
