/** Navigation in a partially known map. */
package org.teleost.viewer.scene.navigation;
