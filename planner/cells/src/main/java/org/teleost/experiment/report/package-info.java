/** What an experiment shows: lines, tables, line plots and maps, as plain data; the command line draws them. */
package org.teleost.experiment.report;
