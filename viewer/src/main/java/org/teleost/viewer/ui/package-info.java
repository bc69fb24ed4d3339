/**
 * What the user sees: the layout of a picture, and painters that put scenes, the planner's panel, plots and legends on
 * a canvas. The same code paints for windows and for files, so both look the same.
 */
package org.teleost.viewer.ui;
