/**
 * The programs: rendering to files, the window, on a trace or a running planner, and the services that the command line
 * finds.
 */
package org.teleost.viewer.app;
