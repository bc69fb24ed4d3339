package org.teleost.viewer.scene.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.teleost.viewer.scene.Series;
import org.teleost.viewer.scene.SeriesReader;
import org.teleost.viewer.source.TrainingEpisode;

/** A training's numbers as columns, an entry for each message on its progress; all of them are known at once. */
final class TrainingColumns implements SeriesReader {
    private static final String[][] SERIES = {
        {"recentReturn", "return of recent episodes"},
        {"criticLoss", "critic loss"},
        {"entropy", "entropy"},
        {"lagMean", "lag, updates"},
        {"stepsPerSecond", "steps a second"},
        {"updatesPerSecond", "updates a second"},
        {"replaySize", "transitions in the replay buffer"}
    };

    private final TrainingEpisode training;
    private long read;

    TrainingColumns(TrainingEpisode training) {
        this.training = training;
    }

    /**
     * A column to be drawn. Rows of the warm-up, in which nothing is learned, are left out once there are others: the
     * rates and returns of random actions would flatten all that follows.
     */
    double[] learned(String name) {
        double[] values = progress(name);
        double[] updates = progress("updates");
        if (Arrays.stream(updates).anyMatch(count -> count > 0)) {
            for (int i = 0; i < values.length; i++) {
                values[i] = updates[i] == 0 ? Double.NaN : values[i];
            }
        }
        return values;
    }

    /** A column of the messages on progress, NaN where unknown. */
    double[] progress(String name) {
        return column(training.progress(), name);
    }

    /** A column of the evaluations, NaN where unknown. */
    double[] scores(String name) {
        return column(training.scores(), name);
    }

    private static double[] column(List<Map<String, Double>> rows, String name) {
        double[] values = new double[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i).getOrDefault(name, Double.NaN);
        }
        return values;
    }

    @Override
    public long read() {
        return read;
    }

    @Override
    public boolean readMore(int steps) {
        read = training.stepCount();
        return false;
    }

    @Override
    public List<Series> series() {
        List<Series> series = new ArrayList<>();
        for (String[] pair : SERIES) {
            double[] values = learned(pair[0]);
            if (Arrays.stream(values).anyMatch(Double::isFinite)) {
                series.add(Series.of(pair[1], values));
            }
        }
        return series;
    }
}
