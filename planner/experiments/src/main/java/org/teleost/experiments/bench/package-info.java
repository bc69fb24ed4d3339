/**
 * Measures the planner's speed: throughput, decision latency and allocation. Uses statistics, the runner's allocation
 * meter and report's JSON.
 */
package org.teleost.experiments.bench;
