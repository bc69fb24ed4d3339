/** The programs: rendering to files, the window, and the command line in front of them. */
package org.teleost.viewer.app;
