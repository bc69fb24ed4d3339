package org.teleost.envs.crowdnav;

import org.teleost.model.DeviceModel;

/** Numbers of the problem and the walk that they define. */
final class CrowdRules {
    static final int PEDESTRIANS = 300;
    static final int TRACKED = 6;
    static final float MIN_X = 0.0f;
    static final float MAX_X = 50.0f;
    static final float MIN_Y = -20.0f;
    static final float MAX_Y = 20.0f;
    static final float START_X = 1.0f;
    static final float START_Y = 0.0f;
    static final float GOAL_X = 49.99f;
    static final float REACTION_RADIUS = 4.0f;
    static final float COLLISION_RADIUS = 1.0f;
    static final double CURIOUS_PROBABILITY = 0.5;
    static final double ACT_PROBABILITY = 0.9;
    static final double NOISE = 0.05;

    /** Speeds away from the robot. */
    static final float CURIOUS_SPEED = -0.3f;

    static final float SHY_SPEED = 0.8f;
    static final float FLEE_SPEED = 2.0f;

    static final int NORTH = 0;
    static final int EAST = 1;
    static final int SOUTH = 2;
    static final int WEST = 3;
    static final int YELL = 4;
    static final int ACTIONS = 5;
    static final int STEPS = 200;
    static final double DISCOUNT = 0.95;
    static final double STEP_REWARD = -1.0;
    static final double COLLISION_REWARD = -200.0;
    static final double YELL_REWARD = -25.0;
    static final double GOAL_REWARD = 1000.0;

    private CrowdRules() {}

    /** The numbers that crowdnav.cu reads. */
    static void describe(DeviceModel.Builder twin) {
        twin.define("TRACKED", TRACKED)
                .define("MIN_X", MIN_X)
                .define("MAX_X", MAX_X)
                .define("MIN_Y", MIN_Y)
                .define("MAX_Y", MAX_Y)
                .define("GOAL_X", GOAL_X)
                .define("CURIOUS_SPEED", CURIOUS_SPEED)
                .define("SHY_SPEED", SHY_SPEED)
                .define("FLEE_SPEED", FLEE_SPEED)
                .define("STEP_REWARD", STEP_REWARD)
                .define("COLLISION_REWARD", COLLISION_REWARD)
                .define("YELL_REWARD", YELL_REWARD)
                .define("GOAL_REWARD", GOAL_REWARD);
    }

    /** The robot's x after an action. */
    static float robotX(float x, int action) {
        return action == NORTH ? Math.min(x + 1.0f, MAX_X) : action == SOUTH ? Math.max(x - 1.0f, MIN_X) : x;
    }

    /** The robot's y after an action. */
    static float robotY(float y, int action) {
        return action == EAST ? Math.min(y + 1.0f, MAX_Y) : action == WEST ? Math.max(y - 1.0f, MIN_Y) : y;
    }

    /** Speed away from the robot of a pedestrian that acts. */
    static float speed(boolean curious, boolean yell) {
        return yell ? FLEE_SPEED : curious ? CURIOUS_SPEED : SHY_SPEED;
    }

    static float clampX(float x) {
        return Math.max(MIN_X, Math.min(MAX_X, x));
    }

    static float clampY(float y) {
        return Math.max(MIN_Y, Math.min(MAX_Y, y));
    }

    static double reward(boolean collision, boolean yell, boolean goal) {
        return (collision ? COLLISION_REWARD : STEP_REWARD) + (yell ? YELL_REWARD : 0.0) + (goal ? GOAL_REWARD : 0.0);
    }
}
