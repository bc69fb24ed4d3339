/** Which scene shows an episode. May use {@code scene} and the packages in it. */
package org.teleost.viewer.scene.choice;
