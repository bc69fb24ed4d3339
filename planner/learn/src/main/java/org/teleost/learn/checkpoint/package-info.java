/**
 * What stays when a process ends: a container file of named sections, each with its checksum, written so that a sound
 * file exists at every instant. Knows nothing of what is in the sections. Uses nothing but the JDK.
 *
 * <p>Layout, big-endian: the magic {@code TELEOSTC}, an int version; the sections' bytes one after another; the table
 * (an int count, then for each section its name as a short length and UTF-8 bytes, a long length and an int CRC-32C);
 * the trailer: a long position of the table, an int CRC-32C of magic, version, table and position, the magic again.
 */
package org.teleost.learn.checkpoint;
