/** Finds problems on the class path by name. Uses config for suggestions. */
package org.teleost.experiments.catalog;
