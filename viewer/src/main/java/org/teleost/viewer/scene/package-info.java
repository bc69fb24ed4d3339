/**
 * What is shown: a step becomes an immutable {@link org.teleost.viewer.scene.Frame} of shapes in world units, and a
 * {@link org.teleost.viewer.scene.PlanFacts} of numbers for the planner's panel. How a problem looks is a
 * {@link org.teleost.viewer.scene.SceneAdapter}, found by {@link java.util.ServiceLoader}; each has a package of its
 * own below this one. Knows steps and nothing of pixels, windows or OpenGL, except for sizes that are meant in pixels.
 */
package org.teleost.viewer.scene;
