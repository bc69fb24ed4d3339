/**
 * What is controlled: continuous observations and actions, an episode at a time, the insides that a record may show,
 * and the service interface through which control problems are found by name. Uses nothing but the JDK, so that a
 * package of environments needs no ND4J.
 */
package org.teleost.learn.environment;
