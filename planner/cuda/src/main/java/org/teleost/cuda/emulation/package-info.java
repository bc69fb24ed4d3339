/**
 * A device without a GPU: the kernels compiled as C++17 for the CPU and run by a process of their own, with the
 * machine's atomics between blocks.
 */
package org.teleost.cuda.emulation;
