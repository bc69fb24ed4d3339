/**
 * Learned policies at run time: an immutable network, its file format, and a runner that allocates nothing per action.
 * A robot controller needs this package and the JDK. May use {@code random}.
 */
package org.teleost.policy;
