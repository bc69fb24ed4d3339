/** Tag and LaserTag: a robot after a target on cells. */
package org.teleost.viewer.scene.chase;
