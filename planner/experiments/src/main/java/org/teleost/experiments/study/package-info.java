/**
 * Studies of asynchronous training. The grid study trains in every mode, at every cost of the environment, for an equal
 * number of transitions and for an equal time, and compares throughput, policy lag and returns; the fault study trains
 * while actors are being killed. Uses learn, folder and statistics; finished trials are cells, so that a study can be
 * resumed.
 */
package org.teleost.experiments.study;
