/** Entry point of the command line; everything it does lives in the packages below it. */
package org.teleost.experiments;
