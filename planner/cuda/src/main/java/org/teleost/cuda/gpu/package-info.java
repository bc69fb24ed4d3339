/**
 * Whether there is a GPU to plan on, and the engine on it. Asks a {@link org.teleost.cuda.gpu.GpuDriver}; NVIDIA's is
 * compiled with the Maven profile {@code cuda} only.
 */
package org.teleost.cuda.gpu;
