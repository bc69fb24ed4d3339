package org.teleost.experiments.training.point;

import java.util.List;
import java.util.Map;
import org.teleost.problem.Box;
import org.teleost.problem.ControlProblem;
import org.teleost.problem.Environment;
import org.teleost.problem.StepOutcome;
import org.teleost.random.RandomStream;

/**
 * A point on a line, or several, to be brought to zero within ten steps; a reward is minus the distance, success is to
 * end near zero. The problem "broken" throws after some steps, "tuned" has settings of its own.
 */
public record PointProblem(String name, int points) implements ControlProblem {
    public static final ControlProblem BROKEN = new PointProblem("broken", 1);
    public static final int STEPS = 10;

    @Override
    public String summary() {
        return "bring a point to zero";
    }

    @Override
    public Box observationBox() {
        return Box.unbounded(points);
    }

    @Override
    public Box actionBox() {
        return Box.uniform(points, -0.5f, 0.5f);
    }

    @Override
    public int stepLimit() {
        return STEPS;
    }

    @Override
    public Map<String, String> trainingSettings() {
        return name.equals("tuned") ? Map.of("preset", "layernorm", "steps", "300", "batch", "32") : Map.of();
    }

    @Override
    public List<String> infoNames() {
        return List.of("distance", "success");
    }

    @Override
    public Environment newEnvironment() {
        return new Points(points, name.equals("broken"));
    }

    private static final class Points implements Environment {
        private final float[] x;
        private final boolean broken;
        private final RandomStream stream = new RandomStream(0);
        private int step;

        Points(int points, boolean broken) {
            x = new float[points];
            this.broken = broken;
        }

        @Override
        public void reset(long seed, float[] observation) {
            stream.startEpisode(seed, 0, 0);
            step = 0;
            for (int i = 0; i < x.length; i++) {
                x[i] = (float) (2 * stream.nextDouble() - 1);
                observation[i] = x[i];
            }
        }

        @Override
        public void step(float[] action, StepOutcome out) {
            step++;
            if (broken && step == 3) {
                throw new IllegalStateException("the point is lost");
            }
            double distance = 0.0;
            for (int i = 0; i < x.length; i++) {
                x[i] += action[i];
                out.observation[i] = x[i];
                distance += Math.abs(x[i]);
            }
            out.reward = -distance;
            out.terminated = false;
            out.truncated = step == STEPS;
            out.info[0] = distance;
            out.info[1] = distance < 0.2 ? 1 : 0;
        }
    }
}
