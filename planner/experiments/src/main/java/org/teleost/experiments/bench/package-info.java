/**
 * Measures the planner's speed: throughput, decision latency, allocation, and what a viewer costs. Uses statistics, the
 * runner and report's JSON and live records.
 */
package org.teleost.experiments.bench;
