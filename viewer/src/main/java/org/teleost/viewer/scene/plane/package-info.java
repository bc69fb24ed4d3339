/** Problems whose states are places in a plane: map, particles, truth. */
package org.teleost.viewer.scene.plane;
