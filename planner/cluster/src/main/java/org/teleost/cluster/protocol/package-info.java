/** Messages between master and workers, and their bytes. Knows no engine. */
package org.teleost.cluster.protocol;
