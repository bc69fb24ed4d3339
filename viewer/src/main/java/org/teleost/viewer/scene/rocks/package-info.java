/** Rock fields: RockSample with one rover and MARS with two. */
package org.teleost.viewer.scene.rocks;
