/**
 * The worker's side without an engine: runs a master's command up to its cells, and computes those that it is given.
 */
package org.teleost.cluster.worker;
