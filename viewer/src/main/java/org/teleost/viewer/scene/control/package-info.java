/**
 * Episodes of continuous control: what a scene of one needs (the series of the whole episode, the numbers beside it)
 * and the generic scene. How a problem looks is a {@link org.teleost.viewer.scene.control.ControlSceneAdapter}, found
 * by {@link java.util.ServiceLoader}; each has a package of its own below this one.
 */
package org.teleost.viewer.scene.control;
