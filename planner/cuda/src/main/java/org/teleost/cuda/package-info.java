/**
 * The planning pass as CUDA kernels: {@code source} puts one program together from kernels and a model's twin,
 * {@code device} is what a program runs on, {@code emulation} a device made of the CPU and the machine's C++ compiler.
 */
package org.teleost.cuda;
