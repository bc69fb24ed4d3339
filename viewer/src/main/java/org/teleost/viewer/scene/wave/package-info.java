/** Flows on a line under control: Kuramoto-Sivashinsky and Burgers. */
package org.teleost.viewer.scene.wave;
