/**
 * Runs episodes: a policy acts in a world and every step is measured. Owns the episode loop and its seeds; uses config,
 * prints nothing and writes nothing.
 */
package org.teleost.experiments.runner;
