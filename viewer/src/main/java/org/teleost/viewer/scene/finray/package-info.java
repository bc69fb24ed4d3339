/** A flexible fin ray in a stream. */
package org.teleost.viewer.scene.finray;
