/** Threads that share the rows or columns of a field, with the same bits for any number of them. */
package org.teleost.fluid.team;
