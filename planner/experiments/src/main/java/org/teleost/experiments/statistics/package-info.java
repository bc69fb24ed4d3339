/** Means, rates and latencies with their intervals. Plain numbers in and out; uses nothing of this module. */
package org.teleost.experiments.statistics;
