/**
 * Apache Pekko as the engine: members, failure detection, connections, mutual TLS. Everything that is about cells is in
 * {@code master} and {@code worker}, which know nothing of it.
 */
package org.teleost.cluster.link;
