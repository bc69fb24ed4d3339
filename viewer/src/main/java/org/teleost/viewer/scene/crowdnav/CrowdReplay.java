package org.teleost.viewer.scene.crowdnav;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.teleost.model.Outcome;
import org.teleost.problem.Instance;
import org.teleost.problem.World;
import org.teleost.viewer.source.BeliefRecord;
import org.teleost.viewer.source.Episode;
import org.teleost.viewer.source.StepRecord;

/**
 * The whole crowd. A trace holds the six tracked pedestrians; the world is simulated again from its seed and the
 * recorded actions for the others, and dropped as soon as it departs from what was recorded. The type last inferred for
 * a pedestrian stays with it after it is no longer tracked.
 */
final class CrowdReplay {
    static final int TRACKED = 6;

    private static final double SAME_PLACE = 1e-3;

    private final Episode episode;
    private final Optional<Instance> instance;
    private final Outcome outcome = new Outcome();
    private final List<float[]> places = new ArrayList<>();
    private final List<float[]> types = new ArrayList<>();
    private World world;
    private boolean broken;

    CrowdReplay(Episode episode, Optional<Instance> instance) {
        this.episode = episode;
        this.instance = instance;
        broken = instance.isEmpty() || episode.info().worldSeed().isEmpty();
    }

    /**
     * The crowd before the action of a step.
     *
     * @param places x of all pedestrians, then y of all
     * @param curious P(curious) as last inferred per pedestrian, NaN when never tracked
     */
    record Crowd(float[] places, float[] curious) {
        int size() {
            return curious.length;
        }
    }

    /** The crowd of a step, empty when it cannot be known. */
    Optional<Crowd> at(StepRecord step) throws IOException {
        while (!broken && places.size() <= step.t()) {
            broken = !simulateNext();
        }
        int t = (int) step.t();
        return t < places.size() ? Optional.of(new Crowd(places.get(t), types.get(t))) : Optional.empty();
    }

    private boolean simulateNext() throws IOException {
        int t = places.size();
        if (world == null) {
            world = instance.orElseThrow().world(episode.info().worldSeed().orElseThrow());
        } else {
            Optional<StepRecord> before = episode.step(t - 1);
            if (before.isEmpty() || before.get().action() < 0) {
                return false;
            }
            world.step(before.get().action(), outcome);
        }
        float[] percept = world.percept();
        Optional<StepRecord> step = episode.step(t);
        if (step.isEmpty()
                || percept.length < 4
                || Math.abs(percept[0] - step.get().state().value("robotX")) > SAME_PLACE
                || Math.abs(percept[1] - step.get().state().value("robotY")) > SAME_PLACE) {
            return false;
        }
        float[] crowd = Arrays.copyOfRange(percept, 2, percept.length);
        float[] known = t > 0 ? types.get(t - 1).clone() : unknown(crowd.length / 2);
        if (!identifyTracked(step.get(), crowd, known)) {
            return false;
        }
        places.add(crowd);
        types.add(known);
        return true;
    }

    private static float[] unknown(int count) {
        float[] result = new float[count];
        Arrays.fill(result, Float.NaN);
        return result;
    }

    /** Finds every tracked pedestrian in the crowd; false when one is not where it was recorded. */
    private static boolean identifyTracked(StepRecord step, float[] crowd, float[] known) {
        for (int slot = 0; slot < TRACKED; slot++) {
            int pedestrian =
                    nearest(crowd, step.state().value("x" + slot), step.state().value("y" + slot));
            if (pedestrian < 0) {
                return false;
            }
            BeliefRecord belief = step.belief();
            if (belief != null) {
                known[pedestrian] = (float) belief.bitProbability("curious", slot);
            }
        }
        return true;
    }

    private static int nearest(float[] crowd, double x, double y) {
        int count = crowd.length / 2;
        for (int i = 0; i < count; i++) {
            if (Math.hypot(crowd[i] - x, crowd[count + i] - y) < SAME_PLACE) {
                return i;
            }
        }
        return -1;
    }
}
