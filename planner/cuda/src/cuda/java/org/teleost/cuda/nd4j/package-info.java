/**
 * A GPU as a device: programs are compiled by NVRTC and launched through the JavaCPP presets of CUDA, on memory and a
 * stream of ND4J, or of the driver where the GPU is newer than ND4J's library. Compiled with the Maven profile {@code cuda} only.
 */
package org.teleost.cuda.nd4j;
