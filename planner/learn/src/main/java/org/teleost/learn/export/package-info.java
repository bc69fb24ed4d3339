/**
 * Learned policies in the formats of other runtimes. Owns no network of its own; may use {@code org.teleost.policy}.
 */
package org.teleost.learn.export;
