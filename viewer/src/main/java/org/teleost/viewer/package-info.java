/**
 * The viewer: what is true, what is believed and what the robot does, replayed from a trace or followed while the
 * planner runs, in a window or rendered without a display.
 *
 * <p>The packages are the way of a picture: {@code source} reads steps, {@code scene} turns a step into shapes (one
 * small adapter per problem), {@code timeline} decides which step is shown, {@code ui} lays out and paints shapes and
 * panels on a canvas, {@code gl} draws the canvas, {@code app} ties them to the window and offers them as services.
 * Arrows go one way: nothing before {@code gl} knows OpenGL.
 */
package org.teleost.viewer;
