/**
 * Experiments that jars on the class path offer as {@code teleost GROUP NAME}: finding them, and turning what they
 * report into text, CSV, JSON and pictures. May use {@code config}, {@code folder} and {@code org.teleost.experiment}.
 */
package org.teleost.experiments.computation;
