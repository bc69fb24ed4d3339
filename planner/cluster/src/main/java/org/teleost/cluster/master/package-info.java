/** The master's side without an engine: which worker has which cell, what is lost, what came twice. */
package org.teleost.cluster.master;
