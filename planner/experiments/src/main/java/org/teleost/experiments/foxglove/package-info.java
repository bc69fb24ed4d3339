/** What Foxglove and other tools of robots draw without knowing Teleost: their messages, live and in files. */
package org.teleost.experiments.foxglove;
