/** Problems of a table, as problem files are: bars of the belief and of action values, regions of choice. */
package org.teleost.viewer.scene.tabular;
