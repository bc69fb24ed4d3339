package org.teleost.experiments.training.evaluation;

import org.teleost.problem.Box;
import org.teleost.random.RandomStream;

/** Policies that know nothing, to compare with. */
public enum Baseline {
    /** Zero in every component, or the bound that is nearest to zero. */
    ZERO,
    /** Uniform in the action box, new at every step. */
    RANDOM;

    /** Acts within the box. */
    public ActionSource in(Box box) {
        return this == ZERO ? new Zero(box) : new Uniform(box);
    }

    private record Zero(Box box) implements ActionSource {
        @Override
        public void act(float[] observation, float[] action) {
            for (int i = 0; i < action.length; i++) {
                action[i] = Math.max(box.low(i), Math.min(box.high(i), 0f));
            }
        }
    }

    private static final class Uniform implements ActionSource {
        private static final long PURPOSE = 1;
        private final Box box;
        private final RandomStream stream = new RandomStream(0);

        Uniform(Box box) {
            this.box = box;
        }

        @Override
        public void startEpisode(long seed) {
            stream.startEpisode(RandomStream.derive(seed, PURPOSE), 0, 0);
        }

        @Override
        public void act(float[] observation, float[] action) {
            for (int i = 0; i < action.length; i++) {
                double share = stream.nextDouble();
                action[i] = (float) (box.low(i) + share * ((double) box.high(i) - box.low(i)));
            }
        }
    }
}
