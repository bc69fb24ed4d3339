/**
 * Independent pieces of an experiment, each with a key: they run on any number of threads, and finished ones are kept
 * so that an interrupted experiment goes on where it was.
 */
package org.teleost.experiment.cell;
