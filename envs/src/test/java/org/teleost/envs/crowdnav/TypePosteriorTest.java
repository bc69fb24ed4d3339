package org.teleost.envs.crowdnav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.teleost.model.Outcome;

class TypePosteriorTest {
    private static final float ROBOT_X = 10.0f;
    private final Crowd before = new Crowd(1);
    private final Crowd after = new Crowd(1);
    private final TypePosterior types = new TypePosterior();

    @Test
    void oneStepIsBayesRule() {
        place(12.0f, 0.0f, 12.1f, 0.02f);
        types.update(before, after, ROBOT_X, 0.0f, false);
        double side = density(0.02, 0.0);
        double idle = 0.1 * density(12.1f, 12.0) * side;
        double curious = idle + 0.9 * density(12.1f, 11.7) * side;
        double shy = idle + 0.9 * density(12.1f, 12.8) * side;
        assertThat(types.curious(0)).isCloseTo(curious / (curious + shy), within(1e-9));
    }

    @Test
    void standingStillTeachesLittleAndRetreatTeachesAll() {
        place(12.0f, 0.0f, 12.0f, 0.0f);
        types.update(before, after, ROBOT_X, 0.0f, false);
        assertThat(types.curious(0)).isCloseTo(0.5, within(0.01));
        place(12.0f, 0.0f, 12.8f, 0.0f);
        types.update(before, after, ROBOT_X, 0.0f, false);
        assertThat(types.curious(0)).isLessThan(1e-6);
    }

    @Test
    void yellAndDistanceTeachNothing() {
        place(12.0f, 0.0f, 14.0f, 0.0f);
        types.update(before, after, ROBOT_X, 0.0f, true);
        place(14.01f, 0.0f, 14.8f, 0.0f);
        types.update(before, after, ROBOT_X, 0.0f, false);
        assertThat(types.curious(0)).isEqualTo(0.5);
    }

    /** Pushed against the border both types may end on it: only the probability of reaching it tells them apart. */
    @Test
    void borderCountsWhatLiesBeyondIt() {
        place(10.0f, 19.95f, 10.0f, 20.0f);
        types.update(before, after, ROBOT_X, 17.0f, false);
        double idle = 0.1 * (1.0 - cumulative(1.0));
        double curious = idle + 0.9 * (1.0 - cumulative(7.0));
        double shy = idle + 0.9 * cumulative(15.0);
        assertThat(types.curious(0)).isCloseTo(curious / (curious + shy), within(1e-6));
    }

    /** Impossible motion (a teleport) must leave numbers, not NaN. */
    @Test
    void survivesAnImpossibleMotion() {
        place(12.0f, 0.0f, 45.0f, -19.0f);
        double evidence = types.update(before, after, ROBOT_X, 0.0f, false);
        assertThat(evidence).isFinite().isLessThan(-100_000.0);
        assertThat(types.curious(0)).isBetween(0.0, 1.0);
    }

    @Test
    void separatesTypesByMotionAndIsCalibrated() {
        int[] counts = new int[10];
        int[] curious = new int[10];
        int sure = 0;
        int near = 0;
        Outcome out = new Outcome();
        for (int episode = 0; episode < 60; episode++) {
            Crowd start = new Crowd(episode);
            CrowdNavWorld world = new CrowdNavWorld(new CrowdNavModel(start), start, episode);
            int[] stepsNear = new int[CrowdRules.PEDESTRIANS];
            types.reset();
            for (int step = 0; step < 30; step++) {
                before.copyFrom(world.crowd());
                int action = step % 3 == 2 ? CrowdRules.EAST + 2 * (step / 3 % 2) : CrowdRules.NORTH;
                world.step(action, out);
                float[] percept = world.percept();
                types.update(before, world.crowd(), percept[0], percept[1], false);
                for (int i = 0; i < CrowdRules.PEDESTRIANS; i++) {
                    stepsNear[i] += before.squaredDistance(i, percept[0], percept[1]) <= 16.0 ? 1 : 0;
                }
            }
            for (int i = 0; i < CrowdRules.PEDESTRIANS; i++) {
                int bin = (int) Math.min(9.0, 10.0 * types.curious(i));
                counts[bin] += stepsNear[i] > 0 ? 1 : 0;
                curious[bin] += stepsNear[i] > 0 && world.isCurious(i) ? 1 : 0;
                if (stepsNear[i] >= 2 && world.isCurious(i)) {
                    near++;
                    sure += types.curious(i) > 0.9 ? 1 : 0;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "crowdnav, curious pedestrians within 4 m for 2 steps or more: %.4f above 0.9 (%d)%n",
                sure / (double) near,
                near);
        assertThat(near).isGreaterThan(500);
        assertThat(sure / (double) near).isGreaterThan(0.97);
        assertCalibrated(counts, curious);
    }

    private static void assertCalibrated(int[] counts, int[] curious) {
        for (int bin = 0; bin < 10; bin++) {
            double centre = bin == 0 ? 0.0 : bin == 9 ? 1.0 : 0.1 * bin + 0.05;
            double share = curious[bin] / Math.max(1.0, counts[bin]);
            double slack = 0.06 + 3.0 * Math.sqrt(0.25 / Math.max(1.0, counts[bin]));
            assertThat(share)
                    .as("bin %d of %d", bin, counts[bin])
                    .isCloseTo(counts[bin] == 0 ? 0.0 : centre, within(slack));
        }
    }

    private void place(float x, float y, float nextX, float nextY) {
        before.x[0] = x;
        before.y[0] = y;
        after.x[0] = nextX;
        after.y[0] = nextY;
    }

    private static double density(double value, double mean) {
        return Math.exp(NormalDensity.log((value - mean) / 0.05, 0.05));
    }

    private static double cumulative(double z) {
        return Math.exp(NormalDensity.logCumulative(z));
    }
}
