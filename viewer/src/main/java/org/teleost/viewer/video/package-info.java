/** Pictures in a row as a file: animated PNG, GIF and MP4 behind one interface. May use {@code picture} and JCodec. */
package org.teleost.viewer.video;
