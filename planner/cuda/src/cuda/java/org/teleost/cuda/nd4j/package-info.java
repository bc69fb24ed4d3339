/**
 * A GPU as a device: memory is ND4J CUDA arrays, programs are compiled by NVRTC and launched on ND4J's stream through
 * the JavaCPP presets of CUDA. Compiled with the Maven profile {@code cuda} only.
 */
package org.teleost.cuda.nd4j;
