/**
 * The planning pass on a device: the tree in device memory, the order of the kernels, and the engine behind the
 * planner's facade. Knows devices through {@code org.teleost.cuda.device} only, so the same code drives a GPU and the
 * emulation.
 */
package org.teleost.cuda.engine;
