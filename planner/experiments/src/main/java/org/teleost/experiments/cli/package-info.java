/**
 * The command line: options, exit codes, what is printed where. Owns the terminal and the process; may use every other
 * package of this module.
 */
package org.teleost.experiments.cli;
