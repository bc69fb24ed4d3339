/**
 * The text of a device program: kernels, a model's twin and its constants, each under its own name and line numbers.
 */
package org.teleost.cuda.source;
