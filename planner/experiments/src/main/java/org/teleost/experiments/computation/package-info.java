/**
 * Experiments that jars on the class path offer as {@code teleost GROUP NAME}: finding them, keeping their cells on
 * disk, and turning what they report into text, CSV, JSON and pictures. May use {@code config}, {@code report} and the
 * core's {@code org.teleost.experiment}.
 */
package org.teleost.experiments.computation;
