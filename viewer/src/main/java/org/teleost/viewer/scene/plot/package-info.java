/** Plots within a scene: axes with numbers, curves, colour bars, all as shapes in the scene's world units. */
package org.teleost.viewer.scene.plot;
