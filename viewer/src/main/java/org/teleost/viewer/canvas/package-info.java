/**
 * A canvas in pixels, y down: primitives with smooth edges and text, collected on the CPU in drawing order for one
 * upload. Knows fonts and nothing of OpenGL or of what is drawn.
 */
package org.teleost.viewer.canvas;
