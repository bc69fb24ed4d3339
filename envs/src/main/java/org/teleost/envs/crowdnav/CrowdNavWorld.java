package org.teleost.envs.crowdnav;

import java.util.LinkedHashMap;
import java.util.Map;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.problem.World;
import org.teleost.random.RandomStream;

/** All 300 pedestrians with their true types; the planner sees it only through {@link #step} and {@link #percept}. */
final class CrowdNavWorld implements World {
    private final Crowd crowd = new Crowd();
    private final boolean[] curious = new boolean[CrowdRules.PEDESTRIANS];
    private final Tracker tracker = new Tracker();
    private final RandomStream stream;
    private final long seed;
    private final State state;
    private final float[] percept = new float[2 + 2 * CrowdRules.PEDESTRIANS];
    private float robotX = CrowdRules.START_X;
    private float robotY = CrowdRules.START_Y;
    private int closer;
    private int step;
    private int collisions;
    private int yells;

    CrowdNavWorld(CrowdNavModel model, Crowd start, long seed) {
        this.seed = seed;
        stream = new RandomStream(seed);
        state = model.layout().newState();
        crowd.copyFrom(start);
        for (int i = 0; i < curious.length; i++) {
            curious[i] = stream.nextBoolean(CrowdRules.CURIOUS_PROBABILITY);
        }
        tracker.track(crowd, robotX, robotY);
        describe();
    }

    @Override
    public void step(int action, Outcome out) {
        stream.startEpisode(seed, ++step, 0);
        robotX = CrowdRules.robotX(robotX, action);
        robotY = CrowdRules.robotY(robotY, action);
        boolean yell = action == CrowdRules.YELL;
        closer = 0;
        boolean collision = false;
        for (int i = 0; i < CrowdRules.PEDESTRIANS; i++) {
            double before = crowd.squaredDistance(i, robotX, robotY);
            walk(i, Math.sqrt(before), yell);
            double after = crowd.squaredDistance(i, robotX, robotY);
            collision |= after <= CrowdRules.COLLISION_RADIUS * CrowdRules.COLLISION_RADIUS;
            if (before <= CrowdRules.REACTION_RADIUS * CrowdRules.REACTION_RADIUS && after < before) {
                setBit(i);
            }
        }
        boolean goal = robotX > CrowdRules.GOAL_X;
        collisions += collision ? 1 : 0;
        yells += yell ? 1 : 0;
        out.set(CrowdRules.reward(collision, yell, goal), closer, goal);
        tracker.track(crowd, robotX, robotY);
        describe();
    }

    /** One pedestrian's step; always five random numbers. */
    private void walk(int i, double distance, boolean yell) {
        boolean acts = stream.nextBoolean(CrowdRules.ACT_PROBABILITY) || yell;
        double x = crowd.x[i] + CrowdRules.NOISE * stream.nextGaussian();
        double y = crowd.y[i] + CrowdRules.NOISE * stream.nextGaussian();
        if (acts && distance <= CrowdRules.REACTION_RADIUS && distance > 0.0) {
            double share = CrowdRules.speed(curious[i], yell) / distance;
            x += share * (crowd.x[i] - (double) robotX);
            y += share * (crowd.y[i] - (double) robotY);
        }
        crowd.x[i] = CrowdRules.clampX((float) x);
        crowd.y[i] = CrowdRules.clampY((float) y);
    }

    private void setBit(int pedestrian) {
        for (int slot = 0; slot < CrowdRules.TRACKED; slot++) {
            if (tracker.pedestrian(slot) == pedestrian) {
                closer |= 1 << slot;
            }
        }
    }

    private void describe() {
        CrowdNavModel.writePositions(crowd, tracker, robotX, robotY, state.floats);
        int types = 0;
        for (int slot = 0; slot < CrowdRules.TRACKED; slot++) {
            types |= curious[tracker.pedestrian(slot)] ? 1 << slot : 0;
        }
        state.ints[CrowdNavModel.CURIOUS] = types;
        state.ints[CrowdNavModel.CLOSER] = closer;
    }

    /**
     * What the robot sees: its own x and y, then x of all pedestrians, then y of all pedestrians. The array is
     * rewritten by the next call.
     */
    @Override
    public float[] percept() {
        percept[0] = robotX;
        percept[1] = robotY;
        System.arraycopy(crowd.x, 0, percept, 2, CrowdRules.PEDESTRIANS);
        System.arraycopy(crowd.y, 0, percept, 2 + CrowdRules.PEDESTRIANS, CrowdRules.PEDESTRIANS);
        return percept;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public boolean succeeded() {
        return robotX > CrowdRules.GOAL_X;
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("collisions", (double) collisions);
        metrics.put("yells", (double) yells);
        return metrics;
    }

    /** True type, for tests; no belief may ask. */
    boolean isCurious(int pedestrian) {
        return curious[pedestrian];
    }

    /** Replaces a true type, for tests. */
    void setCurious(int pedestrian, boolean value) {
        curious[pedestrian] = value;
    }

    Crowd crowd() {
        return crowd;
    }
}
