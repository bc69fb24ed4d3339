/**
 * CrowdNav, exactly as it is run here: a robot crosses a crowd whose members have hidden intentions.
 *
 * <p>The map is x in [0, 50], y in [-20, 20] metres. 300 pedestrians stand at places drawn uniformly; each is curious
 * or shy with probability 1/2. The robot starts at (1, 0). Actions: N (x + 1), E (y + 1), S (x - 1), W (y - 1), YELL
 * (stays); the robot's position is clamped to the map.
 *
 * <p>Order within a step: the robot moves; then every pedestrian moves, relative to the robot's new position; then
 * collisions are checked. A pedestrian within 4.0 m of the robot acts with probability 0.9: a curious one walks 0.3
 * straight towards the robot (past it, if nearer than that), a shy one 0.8 straight away. After a YELL everyone within
 * 4.0 m walks 2.0 straight away, always. Everyone, near or far, is also moved by Gaussian noise of standard deviation
 * 0.05 per axis, then clamped to the map.
 *
 * <p>Reward: -1, or -200 when any pedestrian ends the step within 1.0 m; -25 more for YELL; +1000 more when the robot
 * is at x &gt; 49.99, which ends the episode. A collision does not. gamma 0.95, 200 steps, first reward undiscounted.
 *
 * <p>The robot sees the positions of all pedestrians, never their types. The planner tracks the six nearest: a tracked
 * one keeps its slot while it remains among the six. Observation: per slot one bit, set when the pedestrian was within
 * 4.0 m and came closer by its own walking, that is, its distance to the robot's new position shrank.
 *
 * <p>Randomness: {@code instance(seed)} draws the places, {@code world(seed)} types and motion. The belief infers types
 * from motion alone; only the world has the true types.
 */
package org.teleost.envs.crowdnav;
