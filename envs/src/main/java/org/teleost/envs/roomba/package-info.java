/**
 * Roomba with a bumper (RoombaPOMDPs.jl, the course project of AA228 at Stanford; configuration 1).
 *
 * <p>A round robot of diameter 1 in a room that is the union of [-25, 15] x [-5, 5] and [-25, -15] x [-20, 5]. Its
 * centre keeps 0.5 from the walls: it stays in the union of [-24.5, 14.5] x [-4.5, 4.5] and [-24.5, -15.5] x [-19.5,
 * 4.5]. (The program lets it cut the one corner that points into the room a little shorter.) It starts anywhere in
 * there with any heading, and knows neither.
 *
 * <p>The action is a speed, 0 to 2, and a turning rate, -1 to 1, for 0.5: the robot turns, then goes straight on until
 * its way ends or a wall stops it. A step costs 0.1; touching a wall after a step before which none was touched costs 1
 * more. Touching the right wall, x = 14.5, gives 10; else the lower wall where x is at least 10, the stairs, costs 10;
 * both end the episode.
 *
 * <p>Observation: whether a wall is touched, exactly. gamma 0.95, 100 steps.
 */
package org.teleost.envs.roomba;
