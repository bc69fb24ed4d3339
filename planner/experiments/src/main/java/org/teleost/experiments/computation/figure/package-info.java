/**
 * Draws figures as PNG and SVG: curves by XChart, maps with a colour bar and isolines by hand, side by side if wanted.
 */
package org.teleost.experiments.computation.figure;
