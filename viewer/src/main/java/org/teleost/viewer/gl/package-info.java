/**
 * OpenGL 3.3, all of it: a context with or without a window, a framebuffer of our own, one shader that draws a canvas.
 * Everything here belongs to the thread that opened the context.
 */
package org.teleost.viewer.gl;
