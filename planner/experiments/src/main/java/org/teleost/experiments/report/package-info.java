/**
 * What a series of episodes leaves behind: the summary as text and JSON, episodes and steps as CSV, the plot, the
 * traces. Uses runner, statistics, config and the result folders of {@code folder}.
 */
package org.teleost.experiments.report;
