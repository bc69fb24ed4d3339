package org.teleost.viewer.scene.generic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teleost.viewer.scene.plot.Range;
import org.teleost.viewer.source.BeliefRecord;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.SceneSketch;
import org.teleost.viewer.source.SceneSketch.Mark;
import org.teleost.viewer.source.StepRecord;

/**
 * Which lanes an episode is drawn over, and in which ranges: the same for all its steps, so that nothing swaps or grows
 * while it plays. What a later step shows beyond them widens them for good.
 */
final class LaneAxes {
    /** Steps of a long episode that are looked at before the first picture. */
    private static final int LOOKED_AT = 48;

    /** Two lanes whose ranges differ more are no coordinates of one plane. */
    private static final double MOST_UNEQUAL = 20.0;

    private final SceneSketch sketch;
    private final List<String> lanes = new ArrayList<>();
    private final Set<String> floats = new LinkedHashSet<>();
    private final Map<String, double[]> ranges = new HashMap<>();
    private String x = "";
    private String y = "";

    LaneAxes(Episode episode, SceneSketch sketch) throws IOException {
        this.sketch = sketch;
        long count = episode.stepCount();
        long stride = Math.max(1, (count + LOOKED_AT - 1) / LOOKED_AT);
        for (long t = 0; t < count; t += stride) {
            episode.step(t).ifPresent(this::see);
        }
        if (!lanes.isEmpty()) {
            sketch.x().ifPresent(this::requireKnown);
            sketch.y().ifPresent(this::requireKnown);
            sketch.marks().stream()
                    .flatMap(mark -> mark.places().stream())
                    .map(SceneSketch.Place::lane)
                    .filter(lane -> !lane.isEmpty())
                    .forEach(this::requireKnown);
        }
    }

    private void requireKnown(String lane) {
        if (!ranges.containsKey(lane)) {
            throw new IllegalArgumentException(
                    "the scene names lane '" + lane + "', which was not recorded; lanes: " + String.join(", ", lanes));
        }
    }

    /** Takes what a step holds into the ranges. */
    void see(StepRecord step) {
        step.state().values().forEach(this::include);
        BeliefRecord belief = step.belief();
        if (belief != null) {
            belief.columns().forEach((lane, column) -> {
                for (double value : column) {
                    include(lane, value);
                }
                if (!belief.discrete().contains(lane)) {
                    floats.add(lane);
                }
            });
        }
    }

    private void include(String lane, double value) {
        if (!ranges.containsKey(lane)) {
            lanes.add(lane);
            ranges.put(lane, new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
        }
        if (Double.isFinite(value)) {
            double[] range = ranges.get(lane);
            range[0] = Math.min(range[0], value);
            range[1] = Math.max(range[1], value);
        }
    }

    /** The lane across: chosen, said, or the first float lane. */
    String x() {
        return x.isEmpty() ? sketch.x().orElse(usual(0)) : x;
    }

    /** The lane upwards, likewise the second. */
    String y() {
        return y.isEmpty() ? sketch.y().orElse(usual(1)) : y;
    }

    /** Float lanes first; with fewer than two of them the others in the model's order. */
    private String usual(int index) {
        List<String> order = new ArrayList<>(floats);
        lanes.stream().filter(lane -> !floats.contains(lane)).forEach(order::add);
        return order.isEmpty() ? "" : order.get(Math.min(index, order.size() - 1));
    }

    List<String> lanes() {
        return List.copyOf(lanes);
    }

    /** Takes a lane for an axis. */
    void choose(boolean across, String lane) {
        requireKnown(lane);
        if (across) {
            x = lane;
        } else {
            y = lane;
        }
    }

    boolean isEmpty() {
        return lanes.isEmpty();
    }

    /** Ranges across and upwards; of equal scale where the lanes may be coordinates of one plane. */
    Range[] ranges() {
        Range across = range(x(), 0);
        Range upwards = range(y(), 1);
        boolean said = sketch.x().isPresent()
                && sketch.y().isPresent()
                && !sketch.marks().isEmpty();
        boolean plane = !x().equals(y()) && floats.contains(x()) && floats.contains(y());
        double larger = Math.max(across.width(), upwards.width());
        double smaller = Math.min(across.width(), upwards.width());
        if (said || plane && larger <= MOST_UNEQUAL * smaller) {
            return new Range[] {widened(across, larger), widened(upwards, larger)};
        }
        return new Range[] {across, upwards};
    }

    /** With the marks that stay where they are. */
    private Range range(String lane, int coordinate) {
        double[] seen = ranges.getOrDefault(lane, new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});
        double low = seen[0];
        double high = seen[1];
        for (Mark mark : sketch.marks()) {
            for (int i = coordinate; i < mark.places().size(); i += 2) {
                SceneSketch.Place place = mark.places().get(i);
                if (place.lane().isEmpty()) {
                    double reach = Double.isFinite(mark.radius()) ? mark.radius() : 0.0;
                    low = Math.min(low, place.number() - reach);
                    high = Math.max(high, place.number() + reach);
                }
            }
        }
        if (!(low <= high)) {
            return new Range(0, 1);
        }
        return high > low ? new Range(low, high) : new Range(low - 1, high + 1);
    }

    private static Range widened(Range range, double width) {
        double middle = 0.5 * (range.low() + range.high());
        return new Range(middle - 0.5 * width, middle + 0.5 * width);
    }
}
