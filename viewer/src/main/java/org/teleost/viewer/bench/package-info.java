/** Measures the viewer: frame rates, memory, large traces and trees, all made up here. May use every other package. */
package org.teleost.viewer.bench;
