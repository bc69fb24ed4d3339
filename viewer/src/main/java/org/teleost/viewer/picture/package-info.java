/** Finished pictures as plain pixels, and the files they become: PNG and animated PNG. JDK only. */
package org.teleost.viewer.picture;
