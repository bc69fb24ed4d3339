/** Problems without an adapter: particles of two lanes, and a table of all. */
package org.teleost.viewer.scene.generic;
