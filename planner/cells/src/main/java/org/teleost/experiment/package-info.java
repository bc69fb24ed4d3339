/**
 * Computational experiments for the command line: a study of a simulator or a solver that offers itself through
 * {@link java.util.ServiceLoader} as {@code teleost GROUP NAME}. An experiment declares its options, computes cells
 * that a later run takes over, and hands lines, tables and figures to a report; how those look is the command line's
 * affair.
 *
 * <ul>
 *   <li>{@code experiment}: the service, its options and its input
 *   <li>{@code cell}: independent pieces of work with a key, and the store that keeps finished ones
 *   <li>{@code report}: tables, figures, progress
 * </ul>
 *
 * <p>May use the JDK alone; nothing in the planner looks here.
 */
package org.teleost.experiment;
