/**
 * From text to validated settings: YAML files, options, suggestions for misspelt names. Owns the configuration records;
 * uses the core's settings and nothing else of this module.
 */
package org.teleost.experiments.config;
