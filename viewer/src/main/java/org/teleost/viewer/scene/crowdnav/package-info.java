/** Crossing a crowd of people with hidden intentions. */
package org.teleost.viewer.scene.crowdnav;
