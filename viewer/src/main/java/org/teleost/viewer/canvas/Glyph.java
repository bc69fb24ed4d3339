package org.teleost.viewer.canvas;

/**
 * A drawn character in whole pixels.
 *
 * @param atlasX left edge in the atlas
 * @param atlasY top edge in the atlas
 * @param width pixels, 0 for a blank
 * @param height pixels
 * @param left offset of the left edge from the pen
 * @param top offset of the top edge from the base line, negative above it
 * @param advance pen movement
 */
record Glyph(int atlasX, int atlasY, int width, int height, int left, int top, int advance) {}
