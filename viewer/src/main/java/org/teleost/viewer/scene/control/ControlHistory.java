package org.teleost.viewer.scene.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.teleost.problem.Signal;
import org.teleost.viewer.scene.Series;
import org.teleost.viewer.scene.SeriesReader;
import org.teleost.viewer.source.ControlEpisode;
import org.teleost.viewer.source.ControlStep;

/**
 * The whole episode, filled as far as it has been read: a column of numbers for the reward, each component of the
 * action, each measurement and each signal that is a single number, and the profiles of one signal.
 */
public final class ControlHistory implements SeriesReader {
    public static final String REWARD = "reward";
    public static final String RETURN = "return so far";
    public static final String TIME = "time";

    /** Ends the column of a measurement whose signal has the same name: that curve, a step later. */
    private static final String AFTER = " after the step";

    /** Steps of a long episode whose profiles are kept. */
    private static final int MOST_PROFILES = 4096;

    private final ControlEpisode episode;
    private final String profile;
    private final Map<String, double[]> columns = new LinkedHashMap<>();
    private final List<float[]> profiles = new ArrayList<>();
    private int read;
    private double sum;

    /** @param profile signal whose values are kept for every step, empty for none */
    public ControlHistory(ControlEpisode episode, String profile) {
        this.episode = episode;
        this.profile = profile;
        columns.put(REWARD, new double[0]);
        columns.put(RETURN, new double[0]);
        for (int i = 0; i < episode.description().action().size(); i++) {
            columns.put(action(i), new double[0]);
        }
        episode.description().infoNames().forEach(name -> columns.put(measured(name), new double[0]));
        for (Signal signal : episode.description().signals()) {
            if (signal.size() == 1) {
                columns.put(signal.name(), new double[0]);
            }
        }
    }

    /** Name of the column of an action's component. */
    public static String action(int component) {
        return "action " + component;
    }

    @Override
    public long read() {
        return read;
    }

    @Override
    public boolean readMore(int steps) throws IOException {
        int known = (int) Math.min(Integer.MAX_VALUE - 8, episode.stepCount());
        grow(known);
        int end = (int) Math.min(known, (long) read + steps);
        while (read < end) {
            Optional<ControlStep> step = episode.control(read);
            if (step.isPresent()) {
                take(read, step.get());
            }
            read++;
        }
        return read < known;
    }

    private void grow(int length) {
        for (Map.Entry<String, double[]> column : columns.entrySet()) {
            int old = column.getValue().length;
            if (length > old) {
                double[] longer = Arrays.copyOf(column.getValue(), length);
                Arrays.fill(longer, old, length, Double.NaN);
                column.setValue(longer);
            }
        }
    }

    private void take(int t, ControlStep step) throws IOException {
        sum += Double.isFinite(step.reward()) ? step.reward() : 0.0;
        columns.get(REWARD)[t] = step.reward();
        columns.get(RETURN)[t] = step.acts() ? sum : Double.NaN;
        for (int i = 0; i < step.action().length && columns.containsKey(action(i)); i++) {
            columns.get(action(i))[t] = step.action()[i];
        }
        for (Map.Entry<String, Double> info : step.info().entrySet()) {
            double[] column = columns.get(measured(info.getKey()));
            if (column != null) {
                column[t] = info.getValue();
            }
        }
        for (Signal signal : episode.description().signals()) {
            if (signal.size() == 1) {
                columns.get(signal.name())[t] = episode.values(t, signal.name())
                        .map(values -> (double) values[0])
                        .orElse(Double.NaN);
            }
        }
        if (!profile.isEmpty() && t < MOST_PROFILES) {
            while (profiles.size() < t) {
                profiles.add(null);
            }
            profiles.add(episode.values(t, profile).orElse(null));
        }
    }

    /**
     * A column, an entry for each step, NaN where unknown; empty when there is none of this name. Not to be changed.
     */
    public double[] column(String name) {
        return columns.getOrDefault(name, new double[0]);
    }

    /** Names of the columns with a known value, reward and return first. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        columns.forEach((name, values) -> {
            if (Arrays.stream(values).anyMatch(Double::isFinite)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Time of each step where the episode tells it, else its index. */
    public double[] times() {
        double[] known = column(TIME);
        if (known.length > 0) {
            return known;
        }
        double[] indices = new double[columns.get(REWARD).length];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    /** Unit of {@link #times}: that of the signal, or {@code step}. */
    public String timeName() {
        Optional<Signal> time = episode.signal(TIME);
        if (time.isEmpty()) {
            return "step";
        }
        return time.get().unit().isEmpty() ? "time" : "time, " + time.get().unit();
    }

    /** After how much the values of a column begin anew: a full turn for an angle within one, 0 for none. */
    public double period(String name) {
        double turn = 2.0 * Math.PI;
        boolean angle = episode.signal(name)
                .filter(signal -> signal.unit().equals("rad") && signal.high() - signal.low() >= 0.99 * turn)
                .filter(signal -> signal.high() - signal.low() <= 1.1 * turn)
                .isPresent();
        return angle ? turn : 0.0;
    }

    /** Column of a measurement, which is taken after the step; a signal of the same name is of before it. */
    public String measured(String name) {
        return episode.signal(name).isPresent() ? name + AFTER : name;
    }

    /** Profiles as far as they were read; an entry may be null. */
    public List<float[]> profiles() {
        return profiles;
    }

    /** What the series of a column is called. */
    public static String seriesName(String column) {
        return column.equals(REWARD) ? "reward per step" : column;
    }

    /** Reward and return, then what changes; time is no series of its own. */
    @Override
    public List<Series> series() {
        List<Series> series = new ArrayList<>();
        for (String name : names()) {
            Series candidate =
                    Series.of(seriesName(name), columns.get(name).clone()).withPeriod(period(name));
            boolean earned = name.equals(REWARD) || name.equals(RETURN);
            boolean shifted = name.endsWith(AFTER);
            if (earned || !shifted && !name.equals(TIME) && candidate.high() > candidate.low()) {
                series.add(candidate);
            }
        }
        return series;
    }
}
