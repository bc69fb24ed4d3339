/**
 * Checks that a model and its twin on the device are one model; for the tests of whoever writes a twin. May use
 * {@code device}, {@code emulation} and {@code source}; the kernel is probe.cuh.
 */
package org.teleost.cuda.twin;
