/**
 * The particle belief in device memory and its update without leaving the device; the host gets a report of a few
 * numbers. May use {@code device} and {@code source}; the kernels are belief.cuh and resample.cuh.
 */
package org.teleost.cuda.belief;
