/**
 * What the command line needs of a cluster: a master that has cells computed by workers, and the workers. An engine
 * offers itself through {@link java.util.ServiceLoader}; without one nothing here is used.
 */
package org.teleost.experiment.cluster;
