/**
 * What a run leaves behind: the summary as text and JSON, episodes and steps as CSV, the plot, the traces. Owns the
 * output folder; uses runner, statistics and config.
 */
package org.teleost.experiments.report;
