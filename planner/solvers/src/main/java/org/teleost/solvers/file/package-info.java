/**
 * The field's own files: problems as Cassandra's {@code .pomdp} and as POMDPX, policies as {@code .alpha}, {@code .pg},
 * APPL's XML and zmdp's text. Readers are strict and name the place of an error; a lenient reading repairs what real
 * files do wrong and says so. May use every other package of the module.
 */
package org.teleost.solvers.file;
